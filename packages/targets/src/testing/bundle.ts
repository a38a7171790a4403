import type { Bundle, BundleItem, HelmRelease, ObjectItem, ReleaseItem, Stage } from '@fleetc/core';

const arc = 'actions.summerwind.dev/v1alpha1';

/** An object of a stage; without `namespace` one of the whole cluster. */
export function createObject(
  stage: Stage,
  [apiVersion, kind, name, namespace]: readonly [string, string, string, string?],
  rest: object = {},
): ObjectItem {
  const metadata = { name, ...(namespace !== undefined && { namespace }) };
  const path = ['pools', name];
  return {
    type: 'object',
    stage,
    path,
    origin: () => path,
    object: { apiVersion, kind, metadata, ...rest },
  };
}

/** A Helm release of a stage. */
export function createRelease(stage: Stage, release: HelmRelease): ReleaseItem {
  const path = ['controller'];
  return { type: 'release', stage, path, origin: () => path, release };
}

const items: readonly BundleItem[] = [
  createObject('namespaces', ['v1', 'Namespace', 'arc']),
  createObject('namespaces', ['v1', 'Namespace', 'cert-manager']),
  createObject('namespaces', ['v1', 'Namespace', 'web']),
  createRelease('cert-manager', {
    name: 'cert-manager',
    namespace: 'cert-manager',
    repository: 'oci://quay.io/jetstack/charts',
    chart: 'cert-manager',
    version: '1.20.3',
    values: { crds: { enabled: true } },
  }),
  createRelease('controller', {
    name: 'acme-actions-runner-controller',
    namespace: 'arc',
    repository: 'https://actions-runner-controller.github.io/actions-runner-controller',
    chart: 'actions-runner-controller',
    version: '0.23.7',
    values: { authSecret: { name: 'controller-manager' }, scope: { singleNamespace: false } },
  }),
  createObject('access', ['v1', 'ServiceAccount', 'acme-build', 'arc']),
  createObject('runners', [arc, 'RunnerDeployment', 'acme-build', 'arc'], {
    spec: { template: { spec: { organization: 'acme', labels: ['build'] } } },
  }),
  createObject('runners', [arc, 'RunnerDeployment', 'acme-build', 'web'], {
    spec: { replicas: 2, template: { spec: { repository: 'acme/web', labels: ['web'] } } },
  }),
  createObject('runners', [arc, 'RunnerSet', 'acme-cache', 'arc'], { spec: { replicas: 1 } }),
  createObject('autoscalers', [arc, 'HorizontalRunnerAutoscaler', 'acme-build', 'arc'], {
    spec: {
      minReplicas: 0,
      maxReplicas: 4,
      scaleTargetRef: { kind: 'RunnerDeployment', name: 'acme-build' },
    },
  }),
];

/** A bundle with something in most stages, in two namespaces of runners. */
export const wholeBundle: Bundle = {
  fleet: 'acme',
  environment: 'default',
  destination: {},
  items,
  pendingSecrets: [
    {
      name: 'controller-manager',
      namespace: 'arc',
      consumers: ['controller', 'pool "build"'],
      keys: ['github_token'],
      path: ['credentials', 'pat'],
      type: 'Opaque',
      labels: {},
      annotations: {},
      content: {
        form: 'keys',
        literal: {},
        key: 'github_token',
        value: { source: 'env', variable: 'GITHUB_TOKEN' },
      },
    },
    {
      name: 'harbor-pull',
      namespace: 'web',
      consumers: ['pool "web"'],
      keys: ['.dockerconfigjson'],
      path: ['credentials', 'harbor'],
      type: 'kubernetes.io/dockerconfigjson',
      labels: {},
      annotations: {},
      content: {
        form: 'dockerconfigjson',
        server: 'harbor.acme.internal',
        username: 'robot$ci',
        password: { source: 'file', file: 'secrets/harbor.txt' },
      },
    },
  ],
  deliveredSecrets: [],
  existingSecrets: [
    {
      name: 'web-app',
      namespace: 'web',
      consumers: ['pool "web"'],
      keys: ['github_app_id', 'github_app_installation_id', 'github_app_private_key'],
      path: ['credentials', 'web-app'],
    },
  ],
  images: [],
  permissions: [
    {
      credential: 'pat',
      kind: 'pat',
      scope: 'acme',
      target: 'organization acme',
      permissions: ['repo', 'admin:org'],
    },
    {
      credential: 'web-app',
      kind: 'app',
      scope: 'web',
      target: 'repository acme/web',
      permissions: ['Repository: Administration (read and write)'],
    },
  ],
};

/** As little as a bundle can hold. */
export const bareBundle: Bundle = {
  ...wholeBundle,
  items: [],
  pendingSecrets: [],
  deliveredSecrets: [],
  existingSecrets: [],
  permissions: [],
};
