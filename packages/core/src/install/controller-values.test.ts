import type { Controller, Fleet, JsonObject } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { originOf, releaseOf, valuesOf } from '../testing/compile.ts';
import { app, controller, fleet, login } from '../testing/fleet-builder.ts';

const chart = 'actions-runner-controller';
const proxy = {
  kind: 'prefixes',
  path: ['registry', 'proxy'],
  prefixes: { 'docker.io': 'h.example.com/hub', 'quay.io': 'h.example.com/quay' },
} as const;

function values(fields: Partial<Controller> = {}, rest: Partial<Fleet> = {}): Promise<JsonObject> {
  return valuesOf(fleet({ controller: controller(fields), ...rest }), chart);
}

function withValues(raw: JsonObject): Partial<Controller> {
  return { chart: { ...controller().chart, values: raw } };
}

const kubeRbacProxy = {
  enabled: true,
  image: { repository: 'quay.io/brancz/kube-rbac-proxy', tag: 'v0.13.1' },
};

it('writes what the chart would otherwise decide, and nothing more', async () => {
  expect(await values()).toEqual({
    fullnameOverride: 'acme-actions-runner-controller',
    replicaCount: 1,
    leaderElectionId: 'acme-actions-runner-controller',
    authSecret: { enabled: true, create: false, name: 'github' },
    scope: { singleNamespace: true, watchNamespace: 'actions-runner-system' },
    image: {
      repository: 'summerwind/actions-runner-controller',
      tag: 'v0.27.6',
      actionsRunnerRepositoryAndTag: 'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      dindSidecarRepositoryAndTag: 'docker:28.0.4-dind',
    },
    certManagerEnabled: true,
    metrics: { port: 8443, proxy: kubeRbacProxy },
    actionsMetrics: { proxy: kubeRbacProxy },
  });
});

it('rewrites every image and names the pull secrets in each of the chart’s forms', async () => {
  const registry = {
    path: ['registry'],
    direct: [],
    images: {},
    proxy,
    pullSecrets: [login('harbor')],
  };
  const webhookServer = {
    path: ['controller', 'webhookServer'],
    replicas: 1,
    runnerGroupVisibility: false,
  };
  const metrics = {
    ...controller().metrics,
    server: { path: ['controller', 'metrics', 'server'] },
  };
  const image = { repository: 'h.example.com/quay/brancz/kube-rbac-proxy', tag: 'v0.13.1' };
  const pullSecrets = [{ name: 'harbor-pull' }];
  expect(await values({ webhookServer, metrics }, { registry })).toMatchObject({
    image: {
      repository: 'h.example.com/hub/summerwind/actions-runner-controller',
      tag: 'v0.27.6',
      actionsRunnerRepositoryAndTag:
        'h.example.com/hub/summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      dindSidecarRepositoryAndTag: 'h.example.com/hub/library/docker:28.0.4-dind',
      actionsRunnerImagePullSecrets: ['harbor-pull'],
    },
    imagePullSecrets: pullSecrets,
    metrics: { proxy: { image } },
    actionsMetrics: { proxy: { image } },
    githubWebhookServer: { imagePullSecrets: pullSecrets },
    actionsMetricsServer: { imagePullSecrets: pullSecrets },
  });
});

it('writes each field of the controller where the chart reads it', async () => {
  const all = await values(
    {
      replicas: 2,
      logLevel: 'info',
      logFormat: 'json',
      syncPeriod: '2m',
      admissionPort: 10250,
      imagePullPolicy: 'Always',
      resources: { requests: { cpu: '100m' } },
      dockerGid: 121,
      node: {
        selector: { a: 'b' },
        tolerations: [{ operator: 'Exists' }],
        affinity: { nodeAffinity: {} },
        spread: [{ maxSkew: 1 }],
        priorityClass: 'high',
      },
    },
    {
      registry: {
        path: ['registry'],
        direct: [],
        images: {},
        pullSecrets: [],
        mirror: { url: 'https://m', buildx: false },
      },
    },
  );
  expect(all).toMatchObject({
    replicaCount: 2,
    logLevel: 'info',
    logFormat: 'json',
    syncPeriod: '2m',
    webhookPort: 10250,
    image: { pullPolicy: 'Always' },
    resources: { requests: { cpu: '100m' } },
    dockerGID: 121,
    dockerRegistryMirror: 'https://m',
    nodeSelector: { a: 'b' },
    tolerations: [{ operator: 'Exists' }],
    affinity: { nodeAffinity: {} },
    topologySpreadConstraints: [{ maxSkew: 1 }],
    priorityClassName: 'high',
  });
});

it('watches the whole cluster where no namespace is named', async () => {
  const { watchNamespace: _, ...cluster } = controller();
  expect((await valuesOf(fleet({ controller: cluster }), chart))['scope']).toEqual({
    singleNamespace: false,
  });
});

it('tells ARC where GitHub is', async () => {
  const server = { url: 'https://ghes.example.com', product: 'server' } as const;
  expect(await values({}, { github: server })).toMatchObject({
    githubEnterpriseServerURL: 'https://ghes.example.com',
  });
  const cloud = { url: 'https://acme.ghe.com', product: 'ghe.com' } as const;
  const all = await values({}, { github: cloud });
  expect(all).toMatchObject({
    githubURL: 'https://api.acme.ghe.com',
    runnerGithubURL: 'https://acme.ghe.com',
  });
  expect(all).not.toHaveProperty('githubEnterpriseServerURL');
});

it('leaves out labels that the chart’s templates would turn into something else', async () => {
  const labels = { team: 'ci', tier: '1', on: 'true', empty: '' };
  expect((await values({}, { labels }))['labels']).toEqual({ team: 'ci' });
});

const key = (name: string) => ({
  name: name.toUpperCase(),
  valueFrom: { secretKeyRef: { name: 'acme-app', key: name } },
});

it('sets up the webhook server with its secret, its address and the controller’s credential', async () => {
  const path = ['controller', 'webhookServer'];
  const secret = { path: [...path, 'secret'], name: 'hook', from: { source: 'existing' } as const };
  const all = await values({
    credential: app('acme-app'),
    logFormat: 'json',
    webhookServer: {
      path,
      replicas: 1,
      secret,
      runnerGroupVisibility: true,
      logLevel: 'warn',
      service: { type: 'NodePort', annotations: { a: 'b' }, nodePort: 30080 },
      node: { selector: { d: 'e' }, priorityClass: 'high' },
      ingress: {
        host: 'arc.example.com',
        urlPath: '/hook',
        className: 'nginx',
        annotations: { c: 'd' },
        tlsSecret: 'arc-tls',
      },
      resources: { limits: { memory: '1Gi' } },
    },
  });
  expect(all['githubWebhookServer']).toEqual({
    enabled: true,
    fullnameOverride: 'acme-actions-runner-controller-github-webhook-server',
    replicaCount: 1,
    useRunnerGroupsVisibility: true,
    logLevel: 'warn',
    logFormat: 'json',
    secret: { create: false, name: 'hook' },
    env: [key('github_app_id'), key('github_app_installation_id'), key('github_app_private_key')],
    service: {
      type: 'NodePort',
      annotations: { a: 'b' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', nodePort: 30080 }],
    },
    nodeSelector: { d: 'e' },
    priorityClassName: 'high',
    ingress: {
      enabled: true,
      ingressClassName: 'nginx',
      annotations: { c: 'd' },
      hosts: [{ host: 'arc.example.com', paths: [{ path: '/hook', pathType: 'Prefix' }] }],
      tls: [{ hosts: ['arc.example.com'], secretName: 'arc-tls' }],
    },
    resources: { limits: { memory: '1Gi' } },
  });
});

it('sets up metrics and the metrics server', async () => {
  const path = ['controller', 'metrics'];
  const serverPath = [...path, 'server'];
  const secret = {
    path: [...serverPath, 'secret'],
    name: 'm',
    from: { source: 'existing' } as const,
  };
  const all = await values({
    metrics: {
      path,
      port: 9000,
      proxy: false,
      serviceMonitor: { interval: '1m', timeout: '10s', labels: { release: 'prom' } },
      server: { path: serverPath, secret },
    },
  });
  const monitor = { enable: true, interval: '1m', timeout: '10s' };
  const proxyOff = { ...kubeRbacProxy, enabled: false };
  const labels = { release: 'prom' };
  expect(all).toMatchObject({
    metrics: { port: 9000, proxy: proxyOff, serviceMonitor: monitor, serviceMonitorLabels: labels },
    actionsMetrics: {
      port: 9000,
      proxy: proxyOff,
      serviceMonitor: monitor,
      serviceMonitorLabels: labels,
    },
    actionsMetricsServer: {
      enabled: true,
      fullnameOverride: 'acme-actions-runner-controller-actions-metrics-server',
      secret: { create: false, name: 'm' },
      env: [{ name: 'GITHUB_TOKEN' }],
    },
  });
});

it('merges raw values last, and rewrites an image that they name', async () => {
  const raw = {
    replicaCount: null,
    podLabels: { team: 'ci' },
    image: { repository: 'acme/arc', tag: 'v1' },
  };
  const registry = { path: ['registry'], direct: [], images: {}, proxy, pullSecrets: [] };
  const all = await values(withValues(raw), { registry });
  expect(all).not.toHaveProperty('replicaCount');
  expect(all).toMatchObject({
    podLabels: { team: 'ci' },
    image: { repository: 'h.example.com/hub/acme/arc', tag: 'v1' },
  });
});

it('answers which line made a value', async () => {
  const raw = { podLabels: { team: 'ci' } };
  const release = await releaseOf(fleet({ controller: controller(withValues(raw)) }), chart);
  const asked = {
    'image.repository': 'controller.images.controller',
    'metrics.proxy.image.tag': 'controller.images.kubeRbacProxy',
    'metrics.proxy.enabled': 'controller.metrics.proxy',
    'podLabels.team': 'controller.chart.values.podLabels.team',
    'authSecret.name': 'controller.credentials',
    'imagePullSecrets.0.name': 'registry.pullSecrets',
    'nothing': 'controller',
  };
  const answers = Object.keys(asked).map((path) => [path, originOf(release, path)]);
  expect(Object.fromEntries(answers)).toEqual(asked);
});
