import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { controllerSchema } from './controller.schema.ts';
import { networkSchema } from './network.schema.ts';
import { outputsSchema } from './outputs.schema.ts';
import { poolSchema } from './pool.schema.ts';
import { registrySchema } from './registry.schema.ts';
import { credentialSchema } from './credential.schema.ts';
import { secretsSchema } from './secret-origin.schema.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { annotationMap, labelMap, name, pattern, url } from './text.schema.ts';

const metadata = strictMap('Metadata', {
  name: describe(
    name(),
    'Name of the fleet: the `part-of` label of every object, and the start of derived names.',
    'acme',
  ),
  labels: describe(labelMap(), 'Labels on every object.', { team: 'ci' }).optional(),
  annotations: describe(annotationMap(), 'Annotations on every object.', {
    'example.com/owner': 'platform',
  }).optional(),
  namePrefix: describe(
    pattern(
      /^([a-z0-9]([-a-z0-9]{0,61})?)?$/,
      'lower-case letters, digits and dashes, or empty text',
    ),
    'What precedes the pool in names of runner objects; `<fleet>-` when absent, empty text for nothing.',
    '',
  ).optional(),
});

const scope = exclusiveMap(
  'Scope',
  {
    enterprise: describe(
      pattern(/^[^/\s:]+$/, "the enterprise's slug, not a URL"),
      'Slug of a GitHub enterprise.',
      'acme-inc',
    ).optional(),
    organization: describe(
      pattern(/^[^/\s:]+$/, "the organization's login, not a URL"),
      'Login of a GitHub organization.',
      'acme',
    ).optional(),
    repository: describe(
      pattern(/^[^/\s:]+\/[^/\s:]+(?<!\.git)$/, '"owner/name", without a host and without ".git"'),
      'A repository as `owner/name`.',
      'acme/web',
    ).optional(),
    credentials: describe(
      name(),
      "The GitHub credential that registers runners; the controller's when absent.",
      'github-pat',
    ).optional(),
    runnerGroup: describe(
      z.string().min(1),
      'Runner group of an organization or enterprise; must exist on GitHub.',
      'platform',
    ).optional(),
  },
  exclusive.scopeTarget,
);

const destination = exclusiveMap(
  'Destination',
  {
    name: describe(
      z.string().min(1),
      'Name of a cluster that Argo CD knows.',
      'production',
    ).optional(),
    server: describe(
      url(),
      'API server of a cluster that Argo CD knows.',
      'https://kubernetes.example.com',
    ).optional(),
    kubeconfigSecret: describe(
      name(),
      'Secret with a kubeconfig for Flux.',
      'production-kubeconfig',
    ).optional(),
  },
  exclusive.destination,
);

/** The blocks that an environment may patch: all but `environments` and the header. */
export const patchableBlocks = [
  'metadata',
  'github',
  'network',
  'namespaces',
  'secrets',
  'controller',
  'credentials',
  'registry',
  'scopes',
  'profiles',
  'pools',
] as const;

const override = z.strictObject(
  Object.fromEntries(patchableBlocks.map((block) => [block, z.unknown().optional()])),
);

const environment = strictMap('Environment', {
  destination: describe(destination, 'The cluster; the one that kubectl points to when absent.', {
    server: 'https://kubernetes.example.com',
  }).optional(),
  only: describe(z.array(name()), 'The pools of this environment; all when absent.', [
    'build',
  ]).optional(),
  override: describe(
    override.meta({ title: 'Override' }),
    'JSON Merge Patch on this file, for this environment; `null` deletes.',
    { pools: { build: { autoscale: { max: 4 } } } },
  ).optional(),
});

export const fleetSchema = strictMap('Fleet', {
  $schema: describe(
    z.string(),
    'JSON Schema of this file, for editors.',
    './fleet.schema.json',
  ).optional(),
  apiVersion: describe(z.literal('fleetc.dev/v1'), 'Version of the language.'),
  kind: describe(z.literal('Fleet'), 'What this document is.'),
  metadata: describe(metadata, 'Name, labels and annotations of the fleet.', { name: 'acme' }),
  github: describe(
    strictMap('GitHub', {
      url: describe(
        url(),
        'Base URL of GitHub: github.com, an enterprise subdomain of ghe.com, or a GitHub Enterprise Server.',
        'https://github.com',
      ).optional(),
    }),
    'Which GitHub the runners serve.',
    { url: 'https://github.example.com' },
  ).optional(),
  network: describe(networkSchema, 'What stands between the cluster and GitHub.', {
    proxy: { https: 'http://proxy.example.com:3128' },
  }).optional(),
  namespaces: describe(
    strictMap('Namespaces', {
      create: describe(
        z.boolean(),
        'Whether fleetc emits the namespaces of the fleet; true when absent.',
        false,
      ).optional(),
    }),
    'Who makes the namespaces.',
    { create: false },
  ).optional(),
  secrets: describe(
    secretsSchema,
    'Where the content of Secrets comes from, once for all of them.',
    { default: 'externalSecret', store: 'vault' },
  ).optional(),
  controller: describe(
    controllerSchema,
    'The ARC controller that serves RunnerDeployment and RunnerSet.',
    { credentials: 'github-pat', syncPeriod: '1m' },
  ).optional(),
  credentials: describe(
    z.record(name(), credentialSchema),
    'GitHub credentials and registry logins, by name.',
    { 'github-pat': { pat: { secret: { from: { env: 'GITHUB_TOKEN' } } } } },
  ),
  registry: describe(registrySchema, 'Where images are pulled from, and with which login.', {
    proxy: { harbor: 'harbor.example.com' },
  }).optional(),
  scopes: describe(
    z.record(name(), scope),
    'Enterprises, organizations and repositories, by name.',
    { web: { repository: 'acme/web' } },
  ).optional(),
  profiles: describe(
    z.record(name(), poolSchema),
    'Named partial pools; `default` is applied to every pool first.',
    { default: { resources: { requests: { cpu: '500m', memory: '1Gi' } } } },
  ).optional(),
  pools: describe(z.record(name(), poolSchema), 'Runner pools, by name.', {
    build: { labels: ['build'], replicas: 2 },
  }).optional(),
  environments: describe(
    z.record(name(), environment),
    'Clusters and what differs there, by name.',
    { production: {}, staging: { only: ['build'] } },
  ).optional(),
  outputs: describe(
    outputsSchema,
    'What `fleetc build` writes when the command line names no target and no folder; all of it at once.',
    [{ target: 'plain', dir: 'build' }],
  ).optional(),
});

export { poolSchema };
