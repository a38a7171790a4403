import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCrdFile, needsUpstream, readUpstream } from '@fleetc/testing';
import { expect, it } from 'vitest';
import type { File } from '../src/layout/to-tree.ts';
import { layOut } from '../src/targets.ts';
import { argocdOutput, fluxOutput } from '../src/testing/outputs.ts';
import { randomBundles } from './support/random-bundles.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { needsTool, type Program, run } from './run-tool.ts';

const outputs = [
  { target: 'plain', dir: 'build' },
  { target: 'helmfile', dir: 'build' },
  { target: 'kustomize', dir: 'build', helm: 'kustomize' },
  argocdOutput,
  { ...fluxOutput, decryptionSecret: 'sops-age' },
] as const;

const crds = [
  ...['runnerdeployments', 'runnersets', 'horizontalrunnerautoscalers'].map(
    (plural) => `actions-runner-controller/crds/actions.summerwind.dev_${plural}.yaml`,
  ),
  ...['application', 'applicationset', 'appproject'].map((kind) => `argo-cd/crds/${kind}-crd.yaml`),
  ...['gitrepositories', 'helmrepositories', 'ocirepositories'].map(
    (plural) => `flux/crds/source.toolkit.fluxcd.io_${plural}.yaml`,
  ),
  'flux/crds/helm.toolkit.fluxcd.io_helmreleases.yaml',
  'flux/crds/kustomize.toolkit.fluxcd.io_kustomizations.yaml',
  'external-secrets/crds/external-secrets.io_externalsecrets.yaml',
  'sealed-secrets/crds/bitnami.com_sealedsecrets.yaml',
];

/** Kinds whose schema nobody has brought here; any other kind without one fails. */
const withoutSchema = [
  'v1/Namespace',
  'v1/ServiceAccount',
  'v1/Secret',
  'v1/ConfigMap',
  'rbac.authorization.k8s.io/v1/Role',
  'rbac.authorization.k8s.io/v1/RoleBinding',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'secrets.hashicorp.com/v1beta1/VaultStaticSecret',
];

it.for(outputs)(
  'emits for $target what kubeconform takes by the upstream schemas',
  async (output, context) => {
    needsUpstream(context);
    const kubeconform = needsTool(context, 'kubeconform');
    const trees: File[] = [];
    for (const [index, bundles] of (await randomBundles(15)).entries()) {
      const tree = await layOut(bundles, output, { hasEnvironments: true });
      trees.push(...[...tree].map(([path, text]): File => [`${index}/${path}`, text]));
    }
    await expectValid(kubeconform, trees);
  },
);

it('finds nothing to refuse in the trees of the examples', async (context) => {
  needsUpstream(context);
  const kubeconform = needsTool(context, 'kubeconform');
  const examples = resolve(import.meta.dirname, '../../../examples');
  const paths = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[^/]+[/]expected[/].*\.yaml$/.test(path),
  );
  const files = paths.map((path): File => [path, readFileSync(join(examples, path), 'utf8')]);
  await expectValid(kubeconform, files);
});

async function expectValid(kubeconform: Program, files: readonly File[]): Promise<void> {
  const root = createScratchFolder();
  const objects = files.filter(([, text]) => isObject(text));
  writeSchemas(join(root, 'schemas'));
  writeTree(join(root, 'trees'), objects);
  const schemas = join(
    root,
    'schemas/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
  );
  const args = ['-strict', '-output', 'json', '-summary', '-skip', withoutSchema.join(',')];
  const report = await run(kubeconform, [
    ...args,
    '-schema-location',
    schemas,
    join(root, 'trees'),
  ]);
  const { resources, summary } = JSON.parse(report) as Report;
  expect(resources).toEqual([]);
  expect(summary.valid + summary.skipped).toBe(objects.length);
  expect(summary.valid).toBeGreaterThan(0);
}

/** Whether a file is an object by itself, rather than values, a patch, a template or text. */
function isObject(text: string): boolean {
  return /^apiVersion: /m.test(text) && /^kind: /m.test(text) && !/^\s*\{\{/m.test(text);
}

function writeSchemas(folder: string): void {
  const files = crds.map((file) => {
    const { spec } = readUpstream(file) as CrdFile;
    const { name } = spec.versions.find(({ served }) => served)!;
    const path = `${spec.group}/${spec.names.kind.toLowerCase()}_${name}.json`;
    return [path, JSON.stringify(readCrdFile(file).schema)] as const;
  });
  const kustomization = JSON.stringify(readUpstream('kustomize/kustomization.json'));
  writeTree(folder, [
    ...files,
    ['kustomize.config.k8s.io/kustomization_v1beta1.json', kustomization],
    ['kustomize.config.k8s.io/component_v1alpha1.json', kustomization],
  ]);
}

interface Report {
  /** Those that were refused. */
  readonly resources: readonly object[];
  readonly summary: { readonly valid: number; readonly skipped: number };
}

interface CrdFile {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
}
