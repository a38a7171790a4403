import type { Autoscale, Controller, Fleet, JsonObject, Pool } from '@fleetc/fleet';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { app, controller, fleet, login, pool, scope } from './testing/fleet-builder.ts';
import { compileBundle } from './compile-bundle.ts';
import { checkBundle } from './validate-bundle.ts';

async function check(input: Fleet): Promise<string[]> {
  const { bundle } = await compileBundle(input);
  const found = await checkBundle(bundle, input);
  return found.map(({ code, message, primary }) => `${code} ${message} @ ${primary!.span.file}`);
}

function withPool(fields: Partial<Pool>): Fleet {
  return fleet({ pools: [pool(fields)] });
}

function withValues(values: JsonObject): Fleet {
  return fleet({ controller: controller({ chart: { ...controller().chart, values } }) });
}

it('points at the field of the language that broke an object', async () => {
  const tolerations = [{ key: 'ci', efect: 'NoSchedule' }];
  expect(await check(withPool({ node: { tolerations } }))).toEqual([
    'FLC5001 RunnerDeployment "acme-ci": field "spec.template.spec.tolerations[0].efect" is not a known field @ pools.ci.node.tolerations.0.efect',
  ]);
});

it('points into a patch that holds an unknown field', async () => {
  const patch = { runner: { template: { spec: { hostNetwork: true } } } };
  expect(await check(withPool({ patch }))).toEqual([
    'FLC5002 RunnerDeployment "acme-ci" has no field "spec.template.spec.hostNetwork" @ pools.ci.patch.runner.template.spec.hostNetwork',
  ]);
});

it('accepts the same field where the kind has it', async () => {
  const patch = { runner: { template: { spec: { hostNetwork: true } } } };
  expect(await check(withPool({ kind: 'set', patch }))).toEqual([]);
});

it('points into pod, its containers included', async () => {
  expect(await check(withPool({ pod: { hostAlias: [] } }))).toEqual([
    'FLC5002 RunnerDeployment "acme-ci" has no field "spec.template.spec.hostAlias" @ pools.ci.pod.hostAlias',
  ]);
  const containers = [{ name: 'runner', securityContext: { privilege: true } }];
  expect(await check(withPool({ pod: { containers } }))).toEqual([
    'FLC5002 RunnerDeployment "acme-ci" has no field "spec.template.spec.containers[0].securityContext.privilege" @ pools.ci.pod.containers.0.securityContext.privilege',
  ]);
});

it('points into the patch of an autoscaler', async () => {
  const autoscale = { min: 1, max: 2, schedule: [], reservations: [] };
  const found = await check(withPool({ autoscale, patch: { autoscaler: { metric: [] } } }));
  expect(found).toEqual([
    'FLC5002 HorizontalRunnerAutoscaler "acme-ci" has no field "spec.metric" @ pools.ci.patch.autoscaler.metric',
  ]);
});

it('points into raw values, by what is wrong with them', async () => {
  expect(await check(withValues({ podLabel: {} }))).toEqual([
    'FLC5002 chart "actions-runner-controller" has no field "podLabel" @ controller.chart.values.podLabel',
  ]);
  const [refused] = await check(withValues({ replicaCount: 'two' }));
  expect(refused).toMatch(
    /^FLC5003 .*"replicaCount" .* @ controller\.chart\.values\.replicaCount$/,
  );
});

const origin: Fleet['origin'] = () => ({ layer: 'file', span: { file: 'f', start: 0, end: 1 } });

it('reports one mistake once, however many objects it spoils', async () => {
  const broken = { securityContext: { runAsUsr: 1000 } };
  const pools = ['a', 'b', 'c'].map((name) => pool({ name, ...broken }));
  expect(await check(fleet({ pools, origin }))).toHaveLength(1);
});

it('never prints a refused value', async () => {
  const secret = 'ghp_0123456789';
  const { bundle } = await compileBundle(withValues({ replicaCount: secret }));
  const found = await checkBundle(bundle, fleet());
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(secret);
});

const claim = { size: '1Gi', storageClass: 'fast', accessModes: ['ReadWriteOnce'] };
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const map = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[a-z0-9]{0,5}$/));

const volumes = fc.subarray([
  {
    name: 'a',
    mountPath: '/a',
    dockerMountPath: '/d',
    source: { type: 'claimTemplate', ...claim },
  },
  { name: 'b', mountPath: '/b', readOnly: true, source: { type: 'claim', claim: 'shared' } },
  {
    name: 'c',
    mountPath: '/c',
    subPath: 'x',
    source: { type: 'emptyDir', medium: 'Memory', sizeLimit: '1Gi' },
  },
  {
    name: 'd',
    mountPath: '/d',
    source: { type: 'hostPath', hostPath: '/x', hostPathType: 'Directory' },
  },
  { name: 'e', mountPath: '/e', source: { type: 'configMap', configMap: 'c', optional: true } },
  { name: 'f', mountPath: '/f', source: { type: 'secret', secret: 's' } },
] as Pool['volumes'][number][]);

const env = fc.subarray([
  { name: 'A', value: '1' },
  { name: 'B', secret: { name: 's', key: 'k', optional: true } },
  { name: 'C', configMap: { name: 'c', key: 'k' } },
  { name: 'D', field: 'metadata.name' },
] as Pool['env'][number][]);

const times = { from: '2026-12-01T20:00', to: '2026-12-02T06:00', zone: 'Europe/Berlin' };
const autoscale: fc.Arbitrary<Autoscale> = fc.record({
  min: fc.nat(3),
  max: fc.integer({ min: 3, max: 99 }),
  busy: maybe(fc.constantFrom({}, { up: 0.75, down: 0.25, factorUp: 2, addDown: 1 })),
  queued: maybe(fc.constantFrom({ repositories: [] }, { repositories: ['web'] })),
  webhook: maybe(fc.constant({ duration: '30m' })),
  schedule: fc.subarray([
    { name: 'once', path: ['x'], ...times, min: 0 },
    { name: 'daily', path: ['x'], ...times, every: 'day' as const, min: 3 },
  ]),
  reservations: fc.subarray([{ name: 'r', replicas: 1, until: '2027-01-01T00:00:00+01:00' }]),
}) as fc.Arbitrary<Autoscale>;

const targets = [
  scope(),
  scope({ name: 'org', target: { level: 'organization', organization: 'acme' }, runnerGroup: 'g' }),
  scope({
    name: 'inc',
    target: { level: 'enterprise', enterprise: 'acme-inc' },
    credential: app('x'),
  }),
];

const pools: fc.Arbitrary<Pool> = fc
  .record({
    kind: fc.constantFrom('deployment', 'set'),
    scopes: fc.subarray(targets, { minLength: 1 }),
    labels: fc.subarray(['a', 'b']),
    runnerGroup: maybe(fc.constant('own')),
    ephemeral: fc.boolean(),
    docker: fc.record({
      mode: fc.constantFrom('sidecar', 'inRunner', 'rootless', 'none', 'kubernetes'),
      image: maybe(fc.constant('docker:28-dind')),
      env,
      mtu: maybe(fc.constant(1400)),
      registryMirror: maybe(fc.constantFrom('', 'https://m.example.com')),
    }),
    resources: maybe(
      fc.constantFrom({}, { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: 1 } }),
    ),
    dockerResources: maybe(fc.constant({ limits: { memory: '2Gi' } })),
    env,
    volumes,
    workVolume: fc.constantFrom({ type: 'claimTemplate', ...claim }),
    serviceAccount: maybe(fc.constant('robot')),
    terminationGracePeriodSeconds: maybe(fc.nat(100)),
    metadata: fc.record({ labels: map, annotations: map }),
    autoscale: maybe(autoscale),
    pod: fc.constantFrom(
      {},
      { hostAliases: [] },
      {
        containers: [
          { name: 'runner', tty: true },
          { name: 'x', image: 'a/b:1' },
        ],
      },
    ),
  })
  .map((fields) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    return pool(clean(Object.fromEntries(given)) as Partial<Pool>);
  });

const servers: Partial<Controller> = {
  webhookServer: {
    path: ['controller', 'webhookServer'],
    replicas: 1,
    runnerGroupVisibility: true,
    ingress: { host: 'arc.example.com', urlPath: '/', annotations: {}, tlsSecret: 't' },
  },
  metrics: {
    path: ['controller', 'metrics'],
    port: 8443,
    proxy: true,
    serviceMonitor: { interval: '1m', labels: { a: 'b' } },
    server: { path: ['controller', 'metrics', 'server'] },
  },
};

/** The model has no fields that are `undefined`. */
function clean(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

it('emits nothing that a cluster or a chart refuses, whatever the pools are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pools, { maxLength: 3 }),
      fc.boolean(),
      map,
      async (list, hasServers, labels) => {
        const named = list.map((entry, index) => ({
          ...entry,
          name: `p${index}`,
          path: ['pools', `p${index}`],
        }));
        const registry = {
          path: ['registry'],
          direct: [],
          images: {},
          pullSecrets: [login('harbor')],
        };
        const input = fleet({
          pools: named,
          labels,
          annotations: labels,
          registry,
          controller: controller(hasServers ? servers : {}),
        });
        expect(await check(input)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
