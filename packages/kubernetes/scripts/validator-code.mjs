import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compactCode } from './compact-code.mjs';
import { keywords } from './keywords.mjs';
import { lower } from './lower.mjs';
import { resolveRef } from './schema-files.mjs';

/** What is loaded together: kinds that share most of their definitions, so that none of them is there twice. */
export const modules = {
  'runners': { RunnerDeployment: 'runner-deployment', RunnerSet: 'runner-set' },
  'autoscaler': { HorizontalRunnerAutoscaler: 'horizontal-runner-autoscaler' },
  'core': {
    ConfigMap: 'config-map',
    Namespace: 'namespace',
    Role: 'role',
    RoleBinding: 'role-binding',
    Secret: 'secret',
    ServiceAccount: 'service-account',
  },
  'secrets': {
    ExternalSecret: 'external-secret',
    SealedSecret: 'sealed-secret',
    VaultStaticSecret: 'vault-static-secret',
  },
  'argocd': {
    Application: 'argocd-application',
    ApplicationSet: 'argocd-application-set',
    AppProject: 'argocd-app-project',
  },
  'flux': {
    GitRepository: 'flux-git-repository',
    HelmRelease: 'flux-helm-release',
    HelmRepository: 'flux-helm-repository',
    Kustomization: 'flux-kustomization',
    OCIRepository: 'flux-oci-repository',
  },
  'actions-runner-controller': { values: 'actions-runner-controller-values' },
  'cert-manager': { values: 'cert-manager-values' },
};

/** An ajv that knows every schema in its lowered form. */
export function createAjv(schemas) {
  const ajv = new Ajv({
    allErrors: true,
    code: { source: true, esm: true },
    // References stay calls, because most of them are shared by many fields.
    inlineRefs: false,
    keywords,
    messages: false,
    meta: false,
    strictRequired: false,
    strictTuples: false,
    strictTypes: false,
    validateSchema: false,
  });
  for (const [id, schema] of schemas) ajv.addSchema(lowerFile(id, schema, schemas));
  return ajv;
}

/** The module that validates the given schemas, by the names under which it exports them; minified. */
export async function validatorCode(ajv, exported) {
  const contents = compactCode(standalone.default(ajv, exported));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    legalComments: 'none',
    minify: true,
    target: 'es2023',
    write: false,
  });
  return outputFiles[0].text;
}

function lowerFile(id, schema, schemas) {
  const context = { base: id, resolve: (ref) => resolveRef(schemas, id, ref).schema };
  const definitions = Object.entries(schema.definitions ?? {});
  return {
    $id: id,
    ...('type' in schema && lower(schema, context)),
    definitions: Object.fromEntries(definitions.map(([name, s]) => [name, lower(s, context)])),
  };
}
