import type {
  Controller,
  Fleet,
  GitHubCredential,
  Pool,
  RegistryCredential,
  Scope,
} from '@fleetc/fleet';

/** A token credential whose Secret has the credential's name. */
export function pat(name: string): GitHubCredential {
  const path = ['credentials', name];
  const secret = { path: [...path, 'pat', 'secret'], name, from: { source: 'existing' } as const };
  return { kind: 'pat', name, path, secret };
}

/** An App credential with fixed ids. */
export function app(name: string): GitHubCredential {
  const path = ['credentials', name];
  const secret = { path: [...path, 'app', 'secret'], name, from: { source: 'existing' } as const };
  return { kind: 'app', name, path, appId: '12345', installationId: '67890', secret };
}

/** A registry login whose Secret is `<name>-pull`, made from an environment variable. */
export function login(name: string, server = 'harbor.example.com'): RegistryCredential {
  const path = ['credentials', name];
  const from = { source: 'env', variable: 'PULL_PASSWORD' } as const;
  const secret = { path: [...path, 'registry', 'secret'], name: `${name}-pull`, from };
  return { kind: 'registry', name, path, server, username: 'robot$ci', secret };
}

/** The repository `acme/web`, with the controller's credential. */
export function scope(fields: Partial<Scope> = {}): Scope {
  const name = fields.name ?? 'web';
  return {
    name,
    path: ['scopes', name],
    target: { level: 'repository', repository: 'acme/web' },
    credential: pat('github'),
    ...fields,
  };
}

/** A pool with nothing but its defaults. */
export function pool(fields: Partial<Pool> = {}): Pool {
  const name = fields.name ?? 'ci';
  const scopes = fields.scopes ?? [scope()];
  return {
    name,
    path: ['pools', name],
    kind: 'deployment',
    scopes,
    objectNames: scopes.map((s) => (scopes.length > 1 ? `acme-${name}-${s.name}` : `acme-${name}`)),
    namespace: 'actions-runner-system',
    labels: [name],
    ...(fields.autoscale ? {} : { replicas: 1 }),
    ephemeral: true,
    image: { reference: 'summerwind/actions-runner:v2.335.1-ubuntu-22.04', ubuntu: '22.04' },
    docker: { mode: 'sidecar', env: [] },
    env: [],
    envFrom: [],
    volumes: [],
    node: {},
    metadata: { labels: {}, annotations: {} },
    pod: {},
    patch: {},
    ...fields,
  };
}

/** The controller as the defaults of the language make it. */
export function controller(fields: Partial<Controller> = {}): Controller {
  const path = ['controller'];
  return {
    path,
    namespace: 'actions-runner-system',
    release: 'acme-actions-runner-controller',
    leaderElectionId: 'acme-actions-runner-controller',
    replicas: 1,
    credential: pat('github'),
    watchNamespace: 'actions-runner-system',
    chart: {
      path: [...path, 'chart'],
      repository: 'https://actions-runner-controller.github.io/actions-runner-controller',
      name: 'actions-runner-controller',
      version: '0.23.7',
      values: {},
    },
    node: {},
    images: {
      controller: 'summerwind/actions-runner-controller:v0.27.6',
      kubeRbacProxy: 'quay.io/brancz/kube-rbac-proxy:v0.13.1',
      runner: 'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      dind: 'docker:28.0.4-dind',
    },
    certManager: {
      path: [...path, 'certManager'],
      install: true,
      namespace: 'cert-manager',
      release: 'cert-manager',
      chart: {
        path: [...path, 'certManager', 'chart'],
        repository: 'https://charts.jetstack.io',
        name: 'cert-manager',
        version: 'v1.21.1',
        values: {},
      },
    },
    metrics: { path: [...path, 'metrics'], port: 8443, proxy: true },
    ...fields,
  };
}

/**
 * A fleet of one pool. `origin` gives each path a span of its own, whose file is the path, so that a test can tell which
 * path was asked for.
 */
export function fleet(fields: Partial<Fleet> = {}): Fleet {
  const pools = fields.pools ?? [pool()];
  const scopes = pools.flatMap((entry) => entry.scopes);
  return {
    name: 'acme',
    environment: 'default',
    namePrefix: 'acme-',
    labels: {},
    annotations: {},
    createNamespaces: true,
    outputs: [],
    github: { url: 'https://github.com', product: 'github.com' },
    network: { path: ['network'] },
    controller: controller(),
    registry: { path: ['registry'], direct: [], pullSecrets: [], images: {} },
    secrets: {
      path: ['secrets'],
      sealing: { scope: 'strict' },
      sops: { folder: 'secrets', recipients: [] },
    },
    credentials: new Map(),
    scopes: new Map(scopes.map((entry) => [entry.name, entry])),
    pools,
    destination: {},
    effective: {},
    origin: (path) => ({
      layer: 'file',
      span: { file: path.join('.'), start: 0, end: 1 },
    }),
    ...fields,
  };
}
