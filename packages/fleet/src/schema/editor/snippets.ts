import type { Node, Nodes } from './node.ts';

/** A block that an editor writes at once: `${1:word}` are places to fill, and `^` before a number keeps it a number. */
interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly body: object;
}

const resources = { requests: { cpu: '${4:500m}', memory: '${5:1Gi}' } };

const pools: readonly Snippet[] = [
  {
    label: 'pool with a fixed number of runners',
    description: 'So many runners, always.',
    body: { '${1:build}': { labels: ['${2:build}'], replicas: '^${3:2}', resources } },
  },
  {
    label: 'pool that follows the busy share',
    description: 'More runners when most are busy; at least one stays.',
    body: {
      '${1:build}': {
        labels: ['${2:build}'],
        autoscale: { min: 1, max: '^${3:10}', on: { busy: { up: 0.75, down: 0.25 } } },
        resources,
      },
    },
  },
  {
    label: 'pool that follows queued jobs',
    description: 'As many runners as jobs are queued in some repositories; may go down to none.',
    body: {
      '${1:build}': {
        labels: ['${2:build}', 'linux', 'x64'],
        autoscale: { min: 0, max: '^${3:10}', on: { queued: { repositories: ['${6:web}'] } } },
        resources,
      },
    },
  },
  {
    label: 'pool that scales on webhooks',
    description: 'One runner for each job as GitHub announces it; needs controller.webhookServer.',
    body: {
      '${1:build}': {
        labels: ['${2:build}', 'linux', 'x64'],
        autoscale: { min: 0, max: '^${3:10}', on: { webhook: { duration: '${6:30m}' } } },
        resources,
      },
    },
  },
  {
    label: 'pool that keeps a cache',
    description: 'Runners with a volume that outlives them: a RunnerSet.',
    body: {
      '${1:build}': {
        kind: 'set',
        labels: ['${2:build}'],
        replicas: '^${3:2}',
        volumes: { cache: { mountPath: '/opt/cache', size: '${6:50Gi}' } },
        resources,
      },
    },
  },
];

const scopes: readonly Snippet[] = [
  {
    label: 'scope of a repository',
    description: 'Runners for one repository.',
    body: { '${1:web}': { repository: '${2:acme}/${3:web}' } },
  },
  {
    label: 'scope of an organization',
    description: 'Runners for all repositories of an organization.',
    body: { '${1:acme}': { organization: '${2:acme}' } },
  },
  {
    label: 'scope of an enterprise',
    description: 'Runners for all organizations of an enterprise; needs a personal access token.',
    body: { '${1:inc}': { enterprise: '${2:acme-inc}', runnerGroup: '${3:shared}' } },
  },
];

const credentials: readonly Snippet[] = [
  {
    label: 'personal access token',
    description: 'A classic token, whose value a variable holds when the Secret is written.',
    body: {
      '${1:github}': {
        pat: { secret: { name: 'controller-manager', from: { env: '${2:GITHUB_TOKEN}' } } },
      },
    },
  },
  {
    label: 'GitHub App',
    description: 'An installation of an App, whose key a file holds when the Secret is written.',
    body: {
      '${1:github}': {
        app: {
          id: '^${2:12345}',
          installationId: '^${3:67890}',
          secret: { name: 'controller-manager', from: { file: '${4:app.pem}' } },
        },
      },
    },
  },
  {
    label: 'registry login',
    description: 'A login for image pulls; name it under registry.pullSecrets.',
    body: {
      '${1:harbor}': {
        registry: {
          server: '${2:harbor.example.com}',
          username: '${3:robot}',
          secret: { from: { env: '${4:HARBOR_PASSWORD}' } },
        },
      },
    },
  },
  {
    label: 'credential in a Secret that exists',
    description: 'Somebody else makes the Secret; fleetc refers to it.',
    body: {
      '${1:github}': {
        pat: { secret: { name: '${2:controller-manager}', from: { existing: true } } },
      },
    },
  },
];

/** Where each list of snippets is offered. */
const places: Readonly<Record<string, readonly Snippet[]>> = {
  pools,
  scopes,
  credentials,
};

/** Adds what an editor offers to write at once. */
export function addSnippets(schema: Node): Node {
  const properties = { ...(schema['properties'] as Nodes) };
  for (const [key, defaultSnippets] of Object.entries(places)) {
    properties[key] = { ...properties[key], defaultSnippets };
  }
  return { ...schema, properties };
}
