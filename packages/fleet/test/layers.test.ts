import { expect, it } from 'vitest';
import { exampleFleet } from '../src/rules/example.ts';
import { resolve } from './diagnose.ts';

/** The effective value of pool `ci` with these profiles and fields, in environment `e` with this override of it. */
async function effective(profiles: string, pool: string, override = '{}') {
  const text = exampleFleet(
    `profiles: ${profiles}\npools:\n  ci: ${pool}\nenvironments:\n  e: { override: { pools: { ci: ${override} } } }`,
  );
  const fleet = await resolve(text);
  return { fleet, pool: fleet.pools[0]!, plain: (fleet.effective['pools'] as never)['ci'] };
}

it('lets each layer win over the one before', async () => {
  const profiles =
    '{ default: { env: { A: default } }, first: { env: { A: first } }, second: { env: { A: second } } }';
  const value = async (pool: string, override?: string) => {
    const { pool: resolved } = await effective(profiles, pool, override);
    return resolved.env[0];
  };
  expect(await value('{}')).toEqual({ name: 'A', value: 'default' });
  expect(await value('{ profiles: [first] }')).toEqual({ name: 'A', value: 'first' });
  expect(await value('{ profiles: [first, second] }')).toEqual({ name: 'A', value: 'second' });
  expect(await value('{ profiles: [second, first] }')).toEqual({ name: 'A', value: 'first' });
  expect(await value('{ profiles: [first, second], env: { A: pool } }')).toEqual({
    name: 'A',
    value: 'pool',
  });
  expect(await value('{ env: { A: pool } }', '{ env: { A: override } }')).toEqual({
    name: 'A',
    value: 'override',
  });
});

it('lets an override of a profile stay below the pool', async () => {
  const text = exampleFleet(
    'profiles: { big: { ephemeral: true } }\npools:\n  ci: { profiles: [big], ephemeral: false }\n  cd: { profiles: [big] }\nenvironments:\n  e: { override: { profiles: { big: { ephemeral: false, env: { A: x } } } } }',
  );
  const { pools } = await resolve(text);
  expect(pools.map(({ name, ephemeral, env }) => [name, ephemeral, env.length])).toEqual([
    ['cd', false, 1],
    ['ci', false, 1],
  ]);
});

it('lets an override of the profiles replace the list', async () => {
  const { pool } = await effective(
    '{ a: { env: { A: a } }, b: { env: { B: b } } }',
    '{ profiles: [a] }',
    '{ profiles: [b] }',
  );
  expect(pool.env).toEqual([{ name: 'B', value: 'b' }]);
});

it.each<[string, string, string, object]>([
  [
    '{ default: { docker: sidecar } }',
    '{ docker: { sidecar: { mtu: 1400 } } }',
    '{}',
    { mode: 'sidecar', env: [], mtu: 1400 },
  ],
  [
    '{ default: { docker: { sidecar: { mtu: 1400 } } } }',
    '{ docker: sidecar }',
    '{}',
    { mode: 'sidecar', env: [], mtu: 1400 },
  ],
  [
    '{ default: { docker: { sidecar: { mtu: 1400 } } } }',
    '{ docker: rootless }',
    '{}',
    { mode: 'rootless', env: [] },
  ],
  [
    '{ default: { docker: rootless } }',
    '{ docker: { sidecar: {} } }',
    '{}',
    { mode: 'sidecar', env: [] },
  ],
  [
    '{}',
    '{ docker: { sidecar: { mtu: 1400 } } }',
    '{ docker: { sidecar: { mtu: null } } }',
    { mode: 'sidecar', env: [] },
  ],
  ['{}', '{ docker: none }', '{ docker: inRunner }', { mode: 'inRunner', env: [] }],
  [
    '{ default: { docker: none } }',
    '{ docker: { none: null } }',
    '{ docker: sidecar }',
    { mode: 'sidecar', env: [] },
  ],
])('lets short and long forms meet: %s, %s, %s', async (profiles, pool, override, docker) => {
  expect((await effective(profiles, pool, override)).pool.docker).toEqual(docker);
});

it.each<[string, string, object]>([
  ['{ image: a/b:1 }', '{ image: { ubuntu: "20.04" } }', { reference: 'a/b:1', ubuntu: '20.04' }],
  [
    '{ image: { reference: a/b:1, pullPolicy: Never } }',
    '{ image: c/d:2 }',
    { reference: 'c/d:2', pullPolicy: 'Never' },
  ],
])('lets the forms of an image meet: %s, %s', async (profile, pool, image) => {
  expect((await effective(`{ default: ${profile} }`, pool)).pool.image).toEqual(image);
});

it.each<[string, string, object]>([
  ['{ autoscale: { min: 1, max: 4, on: { busy: {} } } }', '{ replicas: 3 }', { replicas: 3 }],
  [
    '{ replicas: 3 }',
    '{ autoscale: { min: 1, max: 4, on: webhook } }',
    { autoscale: { min: 1, max: 4, on: { webhook: { duration: '30m' } } } },
  ],
  [
    '{ replicas: 3 }',
    '{ autoscale: { min: 1, max: 4, on: { webhook: {} } } }',
    { autoscale: { min: 1, max: 4, on: { webhook: { duration: '30m' } } } },
  ],
  ['{ replicas: 3 }', '{}', { replicas: 3 }],
  ['{}', '{}', { replicas: 1 }],
  ['{ replicas: 3 }', '{ replicas: null }', {}],
])('holds one size at a time: %s, %s', async (profile, pool, size) => {
  const { plain } = await effective(`{ default: ${profile} }`, pool);
  const { replicas, autoscale } = plain as { replicas?: unknown; autoscale?: unknown };
  expect({
    ...(replicas !== undefined && { replicas }),
    ...(autoscale !== undefined && { autoscale }),
  }).toEqual(size);
});

it('takes the minimum from the profile and the maximum from the pool', async () => {
  const { pool } = await effective(
    '{ default: { autoscale: { min: 1, on: { busy: {} } } } }',
    '{ autoscale: { max: 4 } }',
    '{ autoscale: { max: 8 } }',
  );
  expect(pool.autoscale).toMatchObject({ min: 1, max: 8, busy: {} });
  expect(pool.replicas).toBeUndefined();
});

it('deletes by null what an earlier layer gives', async () => {
  const { pool } = await effective(
    '{ default: { resources: { requests: { cpu: 1, memory: 1Gi } }, env: { A: x, B: y }, labels: [big] } }',
    '{ resources: { requests: { cpu: null } }, env: { A: null } }',
    '{ labels: null }',
  );
  expect(pool.resources).toEqual({ requests: { memory: '1Gi' } });
  expect(pool.env).toEqual([{ name: 'B', value: 'y' }]);
  expect(pool.labels).toEqual(['big']);
});

it.each(['{ docker: null }', '{ kind: null }', '{ ephemeral: null }'])(
  'falls back to the built-in default where %s takes a value away',
  async (taken) => {
    const profiles = '{ default: { docker: none, kind: set, ephemeral: false } }';
    const { pool } = await effective(profiles, taken);
    const usual = (await effective('{}', '{}')).pool;
    const [key] = /\w+/.exec(taken)! as unknown as [keyof typeof pool];
    expect(pool[key]).toEqual(usual[key]);
  },
);

it('replaces lists as a whole', async () => {
  const { pool } = await effective('{ default: { labels: [a, b] } }', '{ labels: [c] }');
  expect(pool.labels).toEqual(['c']);
});

it.each<[string, string[]]>([
  ['{}', ['ci']],
  ['{ labels: [] }', []],
  ['{ labels: [a] }', ['a']],
])('gives a pool %s the labels %j', async (pool, labels) => {
  expect((await effective('{}', pool)).pool.labels).toEqual(labels);
});

it('lets a patch of a later layer delete in the object, not in the patch before', async () => {
  const { pool } = await effective(
    '{ default: { patch: { runner: { template: { spec: { a: 1 } } } } } }',
    '{ patch: { runner: { template: { spec: { ephemeral: null } } } } }',
    '{ patch: { autoscaler: { b: null } } }',
  );
  expect(pool.patch).toEqual({
    runner: { template: { spec: { a: 1, ephemeral: null } } },
    autoscaler: { b: null },
  });
});
