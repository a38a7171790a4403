import { expect, it } from 'vitest';
import { originOf, runnerOf, runnerSpec } from '../testing/compile.ts';
import { app, controller, fleet, pool, scope } from '../testing/fleet-builder.ts';

it('emits one ephemeral runner with a sidecar for a pool with nothing but a scope', async () => {
  expect((await runnerOf(pool())).object).toEqual({
    apiVersion: 'actions.summerwind.dev/v1alpha1',
    kind: 'RunnerDeployment',
    metadata: {
      name: 'acme-ci',
      namespace: 'actions-runner-system',
      labels: {
        'app.kubernetes.io/name': 'actions-runner',
        'app.kubernetes.io/instance': 'acme',
        'app.kubernetes.io/part-of': 'acme',
        'app.kubernetes.io/managed-by': 'fleetc',
        'fleetc.dev/pool': 'ci',
        'fleetc.dev/scope': 'web',
      },
    },
    spec: {
      replicas: 1,
      template: {
        metadata: { labels: { 'fleetc.dev/pool': 'ci', 'fleetc.dev/scope': 'web' } },
        spec: {
          repository: 'acme/web',
          labels: ['ci'],
          ephemeral: true,
          image: 'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
          dockerEnabled: true,
          dockerdWithinRunnerContainer: false,
          dockerEnv: [{ name: 'DOCKER_GROUP_GID', value: '121' }],
        },
      },
    },
  });
});

const template = (fields: object) => ({
  template: {
    metadata: { labels: { 'fleetc.dev/pool': 'ci', 'fleetc.dev/scope': 'web' } },
    spec: {
      repository: 'acme/web',
      labels: ['ci'],
      ephemeral: true,
      image: 'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
      ...fields,
    },
  },
});

const modes = {
  inRunner: { dockerdWithinRunnerContainer: true },
  rootless: { dockerdWithinRunnerContainer: true },
  none: { dockerEnabled: false },
  kubernetes: {
    containerMode: 'kubernetes',
    serviceAccountName: 'acme-ci',
    env: [{ name: 'ACTIONS_RUNNER_IMAGE', value: 'ghcr.io/actions/actions-runner:2.335.1' }],
  },
};

for (const [mode, fields] of Object.entries(modes)) {
  it(`writes what docker mode ${mode} means and nothing of the sidecar`, async () => {
    const docker = { mode: mode as keyof typeof modes, env: [] };
    const dockerResources = { limits: { cpu: 1 } };
    expect(await runnerSpec(pool({ docker, dockerResources }))).toEqual({
      replicas: 1,
      ...template(fields),
    });
  });
}

it('leaves the number of replicas to an autoscaler, even where the pool has one', async () => {
  const autoscale = { min: 0, max: 2, schedule: [], reservations: [] };
  expect(await runnerSpec(pool({ replicas: 3, autoscale }))).not.toHaveProperty('replicas');
});

const groupOf = async (fields: object) =>
  ((await runnerOf(pool(fields))).object['spec'] as never)['template']['spec']['group'];

it('writes the group of the pool over that of the scope, and none for a repository', async () => {
  const organization = { level: 'organization', organization: 'acme' } as const;
  const acme = scope({ target: organization, runnerGroup: 'shared' });
  expect(await groupOf({ scopes: [acme] })).toBe('shared');
  expect(await groupOf({ scopes: [acme], runnerGroup: 'own' })).toBe('own');
  expect(
    await groupOf({ scopes: [scope({ runnerGroup: 'x' })], runnerGroup: 'y' }),
  ).toBeUndefined();
});

it('names the Secret of a scope whose credential is not the controller’s', async () => {
  const scopes = [scope({ credential: app('web-app') })];
  expect(await runnerSpec(pool({ scopes }))).toMatchObject({
    template: { spec: { githubAPICredentialsFrom: { secretRef: { name: 'web-app' } } } },
  });
});

const groupIds = async (fields: object) =>
  ((await runnerSpec(pool(fields))) as never)['template']['spec']['dockerEnv'];

it('sets the docker group id by the Ubuntu generation, unless the user has', async () => {
  const image = { reference: 'ghcr.io/acme/runner:1', ubuntu: '20.04' } as const;
  expect(await groupIds({ image })).toEqual([{ name: 'DOCKER_GROUP_GID', value: '1001' }]);
  expect(await groupIds({ image: { reference: 'ghcr.io/acme/runner:1' } })).toBeUndefined();
  const env = [{ name: 'DOCKER_GROUP_GID', value: '7' }];
  expect(await groupIds({ image, docker: { mode: 'sidecar', env } })).toEqual(env);
});

it('puts every field of a pool where ARC reads it', async () => {
  const spec = await runnerSpec(
    pool({
      docker: { mode: 'sidecar', env: [], mtu: 1400, registryMirror: '', socketVolumeSize: '2M' },
      image: { reference: 'a/b:1', pullPolicy: 'IfNotPresent' },
      env: [
        { name: 'A', value: 'text' },
        { name: 'B', secret: { name: 's', key: 'k' } },
        { name: 'C', configMap: { name: 'c', key: 'k', optional: true } },
        { name: 'D', field: 'metadata.name' },
      ],
      envFrom: [
        { name: 'a', kind: 'configMap', object: 'settings', prefix: 'CI_' },
        { name: 'b', kind: 'secret', object: 'tokens', optional: true },
      ],
      workDir: '/work',
      resources: { requests: { cpu: '1' } },
      dockerResources: { limits: { cpu: '2' } },
      node: {
        selector: { a: 'b' },
        tolerations: [{ operator: 'Exists' }],
        affinity: { nodeAffinity: {} },
        spread: [{ maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' }],
        priorityClass: 'high',
        runtimeClass: 'kata',
      },
      serviceAccount: 'robot',
      terminationGracePeriodSeconds: 110,
      securityContext: { fsGroup: 1000 },
      containerSecurityContext: { capabilities: { add: ['NET_ADMIN'] } },
      metadata: { labels: { team: 'ci' }, annotations: { note: 'x' } },
    }),
  );
  expect(spec).toEqual({
    replicas: 1,
    template: {
      metadata: {
        labels: { 'team': 'ci', 'fleetc.dev/pool': 'ci', 'fleetc.dev/scope': 'web' },
        annotations: { note: 'x' },
      },
      spec: {
        repository: 'acme/web',
        labels: ['ci'],
        ephemeral: true,
        image: 'a/b:1',
        imagePullPolicy: 'IfNotPresent',
        workDir: '/work',
        dockerEnabled: true,
        dockerdWithinRunnerContainer: false,
        dockerMTU: 1400,
        dockerRegistryMirror: '',
        dockerVarRunVolumeSizeLimit: '2M',
        nodeSelector: { a: 'b' },
        tolerations: [{ operator: 'Exists' }],
        affinity: { nodeAffinity: {} },
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
        ],
        priorityClassName: 'high',
        runtimeClassName: 'kata',
        serviceAccountName: 'robot',
        terminationGracePeriodSeconds: 110,
        securityContext: { fsGroup: 1000 },
        env: [
          { name: 'A', value: 'text' },
          { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
          { name: 'C', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
          { name: 'D', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        ],
        envFrom: [
          { prefix: 'CI_', configMapRef: { name: 'settings' } },
          { secretRef: { name: 'tokens', optional: true } },
        ],
        // The only way to a security context of the container; ARC merges the fields above into the bare entries.
        containers: [
          { name: 'runner', securityContext: { capabilities: { add: ['NET_ADMIN'] } } },
          { name: 'docker' },
        ],
        resources: { requests: { cpu: '1' } },
        dockerdContainerResources: { limits: { cpu: '2' } },
      },
    },
  });
});

it('emits one object per scope', async () => {
  const scopes = [
    scope({ name: 'api', target: { level: 'repository', repository: 'acme/api' } }),
    scope(),
  ];
  const { compileBundle } = await import('../compile-bundle.ts');
  const { bundle } = await compileBundle(fleet({ pools: [pool({ scopes })] }));
  const names = bundle.items.flatMap((item) =>
    item.stage === 'runners' && item.type === 'object' ? [item.object.metadata.name] : [],
  );
  expect(names).toEqual(['acme-ci-api', 'acme-ci-web']);
});

it('rewrites the images of every container, whoever wrote them', async () => {
  const registry = {
    path: ['registry'],
    direct: [],
    pullSecrets: [],
    images: {},
    proxy: {
      kind: 'prefixes',
      path: ['registry', 'proxy'],
      prefixes: { 'docker.io': 'h.example.com/hub', 'ghcr.io': 'h.example.com/ghcr' },
    },
  } as const;
  const item = await runnerOf(
    pool({
      docker: { mode: 'sidecar', image: 'docker:28-dind', env: [] },
      env: [{ name: 'ACTIONS_RUNNER_IMAGE', value: 'ghcr.io/actions/actions-runner:2' }],
      pod: { initContainers: [{ name: 'warm', image: 'busybox:1' }] },
      patch: {
        runner: { template: { spec: { sidecarContainers: [{ name: 's', image: 'a/b:1' }] } } },
      },
    }),
    { registry },
  );
  expect(item.object['spec']).toMatchObject({
    template: {
      spec: {
        image: 'h.example.com/hub/summerwind/actions-runner:v2.335.1-ubuntu-22.04',
        env: [{ value: 'h.example.com/ghcr/actions/actions-runner:2' }],
        containers: [
          { name: 'runner' },
          { name: 'docker', image: 'h.example.com/hub/library/docker:28-dind' },
        ],
        initContainers: [{ image: 'h.example.com/hub/library/busybox:1' }],
        sidecarContainers: [{ image: 'h.example.com/hub/a/b:1' }],
      },
    },
  });
});

it('merges pod into the pod and patch over everything, changing neither', async () => {
  const pod = Object.freeze({ dnsPolicy: 'None', hostAliases: [] });
  const runner = Object.freeze({
    replicas: null,
    template: { spec: { ephemeral: false, dnsPolicy: null } },
  });
  const spec = await runnerSpec(pool({ pod, patch: { runner } }));
  expect(spec).toMatchObject({ template: { spec: { ephemeral: false, hostAliases: [] } } });
  expect(spec).not.toHaveProperty('replicas');
  expect(spec).not.toHaveProperty('template.spec.dnsPolicy');
});

it('answers which line made a field', async () => {
  const item = await runnerOf(
    pool({
      env: [{ name: 'A', value: 'x' }],
      volumes: [{ name: 'cache', mountPath: '/c', source: { type: 'emptyDir' } }],
      resources: { limits: { cpu: 1 } },
      docker: { mode: 'sidecar', mtu: 1400, env: [{ name: 'B', value: 'y' }] },
      pod: { hostAliases: [{ ip: 'x' }] },
      patch: { runner: { template: { spec: { workDir: '/w' } } } },
    }),
    { controller: controller() },
  );
  const spec = 'spec.template.spec';
  const asked = {
    'metadata.name': 'pools.ci',
    'metadata.labels.team': 'metadata.labels.team',
    'spec.replicas': 'pools.ci.replicas',
    [`${spec}.repository`]: 'scopes.web.repository',
    [`${spec}.image`]: 'pools.ci.image.reference',
    [`${spec}.env.0.value`]: 'pools.ci.env.A',
    [`${spec}.dockerEnv.0.value`]: 'pools.ci.image.ubuntu',
    [`${spec}.dockerEnv.1.value`]: 'pools.ci.docker.sidecar.env.B',
    [`${spec}.volumes.0.emptyDir`]: 'pools.ci.volumes.cache',
    [`${spec}.volumeMounts.0.mountPath`]: 'pools.ci.volumes.cache',
    [`${spec}.resources.limits.cpu`]: 'pools.ci.resources.limits.cpu',
    [`${spec}.dockerMTU`]: 'pools.ci.docker.sidecar.mtu',
    [`${spec}.hostAliases.0.ip`]: 'pools.ci.pod.hostAliases[0].ip',
    [`${spec}.workDir`]: 'pools.ci.patch.runner.template.spec.workDir',
  };
  const answers = Object.keys(asked).map((path) => [path, originOf(item, path)]);
  expect(Object.fromEntries(answers)).toEqual(asked);
});
