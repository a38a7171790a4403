import { expect, it } from 'vitest';
import type { Pool } from '../src/model.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { resolve } from './diagnose.ts';

const several = `scopes:
  web: { repository: acme/web }
  org: { organization: acme, runnerGroup: platform }
`;

async function poolOf(blocks: string): Promise<Pool> {
  return (await resolve(exampleFleet(blocks))).pools[0]!;
}

it('makes of a pool with nothing but a scope one ephemeral runner', async () => {
  const { scopes, ...pool } = await poolOf('pools:\n  ci: { scope: web }');
  expect(scopes.map(({ name }) => name)).toEqual(['web']);
  expect(pool).toEqual({
    name: 'ci',
    path: ['pools', 'ci'],
    kind: 'deployment',
    objectNames: ['acme-ci'],
    namespace: 'actions-runner-system',
    labels: ['ci'],
    replicas: 1,
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
  });
});

it.each<[string, string, string | undefined]>([
  ['sidecar', 'actions-runner', '22.04'],
  ['inRunner', 'actions-runner-dind', '22.04'],
  ['rootless', 'actions-runner-dind-rootless', '22.04'],
  ['none', 'actions-runner', '22.04'],
  ['kubernetes', 'actions-runner', '22.04'],
])('gives docker mode %s the image %s', async (mode, repository, ubuntu) => {
  const { image, docker } = await poolOf(`pools:\n  ci: { docker: ${mode} }`);
  expect(docker.mode).toBe(mode);
  expect(image).toEqual({ reference: `summerwind/${repository}:v2.335.1-ubuntu-22.04`, ubuntu });
});

it("takes the controller's runner image where the mode has none of its own", async () => {
  const controller = 'controller: { images: { runner: "ghcr.io/acme/runner:1" } }\n';
  const image = async (mode: string) =>
    (await poolOf(`${controller}pools:\n  ci: { docker: ${mode} }`)).image.reference;
  expect(await image('sidecar')).toBe('ghcr.io/acme/runner:1');
  expect(await image('kubernetes')).toBe('ghcr.io/acme/runner:1');
  expect(await image('rootless')).toBe(
    'summerwind/actions-runner-dind-rootless:v2.335.1-ubuntu-22.04',
  );
});

it.each<[string, string | undefined]>([
  ['acme/runner:v1-ubuntu-20.04', '20.04'],
  ['acme/runner:24.04', '24.04'],
  ['acme/ubuntu-22.04:1', '22.04'],
  ['acme/runner:v1', undefined],
  ['acme/runner:18.04', undefined],
  ['{ reference: "acme/runner:v1", ubuntu: "24.04" }', '24.04'],
  ['{ reference: "acme/runner:20.04", ubuntu: "24.04" }', '24.04'],
  ['{ ubuntu: "20.04" }', '20.04'],
  [`acme/runner@sha256:${'2204'.repeat(16)}`, undefined],
])('reads from the image %s the Ubuntu generation %s', async (image, ubuntu) => {
  const { image: resolved } = await poolOf(`pools:\n  ci: { image: ${image} }`);
  expect(resolved.ubuntu).toBe(ubuntu);
});

it('lets a pool inherit the only scope', async () => {
  expect((await poolOf('pools:\n  ci: {}')).scopes.map(({ name }) => name)).toEqual(['web']);
});

it('binds several scopes in the order of names, each once', async () => {
  const { scopes, objectNames } = await poolOf(
    `${several}pools:\n  ci: { scopes: [web, org, web] }`,
  );
  expect(scopes.map(({ name }) => name)).toEqual(['org', 'web']);
  expect(objectNames).toEqual(['acme-ci-org', 'acme-ci-web']);
});

it('falls back to the credential of the controller', async () => {
  const credentials = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  app: { app: { id: 1, installationId: 2, secret: { name: app-key, key: pem, from: { file: app.pem } } } }
controller: { credentials: github }
scopes:
  web: { repository: acme/web, credentials: app }
  org: { organization: acme }
`;
  const { scopes, controller } = await resolve(
    exampleFleet(`${credentials}pools:\n  ci: { scope: web }`),
  );
  expect(controller.credential.name).toBe('github');
  expect(scopes.get('org')!.credential).toBe(controller.credential);
  expect(scopes.get('web')!.credential).toEqual({
    kind: 'app',
    name: 'app',
    path: ['credentials', 'app'],
    appId: '1',
    installationId: '2',
    secret: {
      path: ['credentials', 'app', 'app', 'secret'],
      name: 'app-key',
      key: 'pem',
      from: { source: 'file', file: 'app.pem' },
    },
  });
});

it.each<[string, string, string[]]>([
  ['{ name: acme }', 'scope: web', ['acme-ci']],
  ['{ name: acme, namePrefix: "" }', 'scope: web', ['ci']],
  ['{ name: acme, namePrefix: x }', 'scope: web', ['xci']],
  ['{ name: acme, namePrefix: "" }', 'scopes: [org, web]', ['ci-org', 'ci-web']],
])('derives from %s and %s the names %j', async (metadata, scope, names) => {
  const pool = await poolOf(`metadata: ${metadata}\n${several}pools:\n  ci: { ${scope} }`);
  expect(pool.objectNames).toEqual(names);
});

it('shortens names over the budget of their kind, and keeps them apart', async () => {
  const [a, b] = [`${'a'.repeat(40)}-one`, `${'a'.repeat(40)}-two`];
  const pools = (kind: string) =>
    `metadata: { name: ${'f'.repeat(30)} }\npools:\n  ${a}: { kind: ${kind} }\n  ${b}: { kind: ${kind} }`;
  for (const [kind, budget] of [
    ['deployment', 51],
    ['set', 46],
  ] as const) {
    const fleet = await resolve(exampleFleet(pools(kind)));
    const names = fleet.pools.flatMap(({ objectNames }) => objectNames);
    expect(new Set(names).size).toBe(2);
    expect(names.map((name) => name.length)).toEqual([budget, budget]);
    for (const name of names) expect(name).toMatch(/^f+-[a-z-]*(?:one|two)-[0-9a-f]{8}$/);
  }
});

it('puts every field into the words of the model', async () => {
  const pool = await poolOf(`pools:
  ci:
    kind: set
    runnerGroup: builders
    ephemeral: false
    namespace: runners
    docker: { sidecar: { mtu: 1400, registryMirror: "", socketVolumeSize: 8Mi, env: { D: x } } }
    dockerResources: { limits: { cpu: 1 } }
    env:
      TEXT: text
      LONG: { value: text }
      SECRET: { secret: { name: s, key: k, optional: true } }
      CONFIG: { configMap: { name: c, key: k } }
      FIELD: { field: metadata.name }
    volumes:
      claimed: { mountPath: /a, size: 1, storageClass: fast }
      empty: { mountPath: /b, emptyDir: { medium: Memory, sizeLimit: 1Gi }, readOnly: true }
      host: { mountPath: /c, hostPath: { path: /x, type: Directory }, dockerMountPath: /y }
      config: { mountPath: /d, configMap: { name: c } }
      secret: { mountPath: /e, secret: { name: s, optional: true }, subPath: z }
      claim: { mountPath: /f, claim: shared }
    workVolume: { size: 10Gi, accessModes: [ReadWriteMany] }
    node: { selector: { a: b }, priorityClass: ci }
    serviceAccount: robot
    terminationGracePeriod: 1m30.5s
    metadata: { labels: { a: b } }
    autoscale:
      min: 1
      max: 2
      scaleDownDelay: 10m
      on: { busy: { up: 0.5 }, queued: { repositories: [web] } }
      schedule: { night: { from: "2026-12-01T20:00", to: "2026-12-02T06:00", zone: Europe/Berlin, every: day, min: 0 } }
      reservations: { launch: { replicas: 5, until: "2026-12-24T18:00:00Z" } }`);
  expect(pool).toMatchObject({
    kind: 'set',
    runnerGroup: 'builders',
    ephemeral: false,
    namespace: 'runners',
    docker: {
      mode: 'sidecar',
      mtu: 1400,
      registryMirror: '',
      socketVolumeSize: '8Mi',
      env: [{ name: 'D', value: 'x' }],
    },
    dockerResources: { limits: { cpu: 1 } },
    workVolume: { type: 'claimTemplate', size: '10Gi', accessModes: ['ReadWriteMany'] },
    node: { selector: { a: 'b' }, priorityClass: 'ci' },
    serviceAccount: 'robot',
    terminationGracePeriodSeconds: 91,
    metadata: { labels: { a: 'b' }, annotations: {} },
  });
  expect(pool.replicas).toBeUndefined();
  expect(pool.env).toEqual([
    { name: 'CONFIG', configMap: { name: 'c', key: 'k' } },
    { name: 'FIELD', field: 'metadata.name' },
    { name: 'LONG', value: 'text' },
    { name: 'SECRET', secret: { name: 's', key: 'k', optional: true } },
    { name: 'TEXT', value: 'text' },
  ]);
  expect(pool.volumes).toEqual([
    { name: 'claim', mountPath: '/f', source: { type: 'claim', claim: 'shared' } },
    {
      name: 'claimed',
      mountPath: '/a',
      source: {
        type: 'claimTemplate',
        size: '1',
        storageClass: 'fast',
        accessModes: ['ReadWriteOnce'],
      },
    },
    { name: 'config', mountPath: '/d', source: { type: 'configMap', configMap: 'c' } },
    {
      name: 'empty',
      mountPath: '/b',
      readOnly: true,
      source: { type: 'emptyDir', medium: 'Memory', sizeLimit: '1Gi' },
    },
    {
      name: 'host',
      mountPath: '/c',
      dockerMountPath: '/y',
      source: { type: 'hostPath', hostPath: '/x', hostPathType: 'Directory' },
    },
    {
      name: 'secret',
      mountPath: '/e',
      subPath: 'z',
      source: { type: 'secret', secret: 's', optional: true },
    },
  ]);
  expect(pool.autoscale).toEqual({
    min: 1,
    max: 2,
    scaleDownDelaySeconds: 600,
    busy: { up: 0.5 },
    queued: { repositories: ['web'] },
    schedule: [
      {
        name: 'night',
        path: ['pools', 'ci', 'autoscale', 'schedule', 'night'],
        from: '2026-12-01T20:00',
        to: '2026-12-02T06:00',
        zone: 'Europe/Berlin',
        every: 'day',
        min: 0,
      },
    ],
    reservations: [{ name: 'launch', replicas: 5, until: '2026-12-24T18:00:00Z' }],
  });
});
