import { formatQuantity } from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measureCapacity } from './capacity.ts';
import { resolveBlocks } from './testing/resolve-blocks.ts';

const two = 'scopes:\n  web: { repository: acme/web }\n  api: { repository: acme/api }\n';

async function measure(pools: string) {
  return measureCapacity(await resolveBlocks(`${two}pools:\n${pools}`));
}

const window = (min: number) =>
  `{ from: "2026-12-01T20:00", to: "2026-12-02T06:00", zone: UTC, every: day, min: ${min} }`;

it.each([
  ['one runner where nothing is said', '{ scope: web }', 1, 1],
  ['a fixed number', '{ scope: web, replicas: 3 }', 3, 3],
  ['every scope of a pool', '{ scopes: [web, api], replicas: 3 }', 6, 6],
  [
    'both ends of an autoscaler',
    '{ scope: web, autoscale: { min: 2, max: 9, on: { busy: {} } } }',
    2,
    9,
  ],
  [
    'a window that lowers the minimum',
    `{ scope: web, autoscale: { min: 2, max: 9, on: { busy: {} }, schedule: { night: ${window(0)} } } }`,
    0,
    9,
  ],
  [
    'a window above the maximum, which ARC lets win',
    `{ scopes: [web, api], autoscale: { min: 2, max: 9, on: { busy: {} }, schedule: { rush: ${window(12)} } } }`,
    4,
    24,
  ],
])('counts %s', async (_, pool, minimum, maximum) => {
  const { pools, runners } = await measure(`  ci: ${pool}`);
  expect(pools[0]!.runners).toEqual({ minimum, maximum });
  expect(runners).toEqual({ minimum, maximum });
});

async function requestsOf(pool: string): Promise<Record<string, string>> {
  const { requests } = await measure(`  ci: ${pool}`);
  return Object.fromEntries(
    Object.entries(requests).map(([name, size]) => [name, formatQuantity(size)]),
  );
}

it.each([
  [
    'the runner',
    '{ scope: web, replicas: 3, resources: { requests: { cpu: 500m, memory: 1.5Gi } } }',
    { cpu: '1500m', memory: '4608Mi' },
  ],
  [
    'runner and sidecar',
    '{ scope: web, replicas: 2, resources: { requests: { cpu: 500m, memory: 1Gi } }, dockerResources: { requests: { cpu: 1, ephemeral-storage: 10Gi } } }',
    { 'cpu': '3', 'ephemeral-storage': '20Gi', 'memory': '2Gi' },
  ],
  [
    'a limit where no request is given',
    '{ scope: web, replicas: 4, resources: { requests: { cpu: 250m }, limits: { cpu: 2, memory: 1G, nvidia.com/gpu: 1 } } }',
    { 'cpu': '1', 'memory': '4G', 'nvidia.com/gpu': '4' },
  ],
  [
    'powers of ten and of two exactly',
    '{ scope: web, resources: { requests: { memory: 1Ki } }, dockerResources: { requests: { memory: 1k } } }',
    { memory: '2024' },
  ],
  ['nothing where nothing is requested', '{ scope: web, replicas: 7 }', {}],
  [
    'nothing for a pool without runners',
    '{ scope: web, replicas: 0, resources: { requests: { cpu: 1 } } }',
    { cpu: '0' },
  ],
])('adds up the requests of %s', async (_, pool, expected) => {
  expect(await requestsOf(pool)).toEqual(expected);
});

it('counts no sidecar that the pool does not have', async () => {
  const fleet = await resolveBlocks(
    `${two}pools:\n  ci: { scope: web, resources: { requests: { cpu: 1 } }, dockerResources: { requests: { cpu: 1 } }, docker: none }`,
  );
  expect(formatQuantity(measureCapacity(fleet).requests['cpu']!)).toBe('1');
});

it('counts claims by volume, kept in a set and gone with the pod elsewhere', async () => {
  const { pools, claims } = await measure(
    [
      '  cache: { scope: web, kind: set, replicas: 4, volumes: { cache: { mountPath: /c, size: 50Gi, storageClass: fast }, old: { mountPath: /o, claim: shared } }, workVolume: { size: 10Gi } }',
      '  plain: { scopes: [web, api], autoscale: { min: 0, max: 3, on: { queued: {} } }, volumes: { tmp: { mountPath: /t, size: 1.5Gi } }, workVolume: { emptyDir: {} } }',
    ].join('\n'),
  );
  const uses = pools.flatMap(({ name, claims: own }) =>
    own.map(({ size, total, ...use }) => [name, use, formatQuantity(size), formatQuantity(total)]),
  );
  expect(uses).toEqual([
    [
      'cache',
      { volume: 'cache', lifetime: 'kept', storageClass: 'fast', count: 4 },
      '50Gi',
      '200Gi',
    ],
    ['cache', { volume: 'work', lifetime: 'ephemeral', count: 4 }, '10Gi', '40Gi'],
    ['plain', { volume: 'tmp', lifetime: 'ephemeral', count: 6 }, '1536Mi', '9Gi'],
  ]);
  expect([claims.count, formatQuantity(claims.size)]).toEqual([14, '249Gi']);
});

it('says which pools have raw fields that may change the figures', async () => {
  const { pools } = await measure(
    [
      '  a: { scope: web }',
      '  b: { scope: web, patch: { runner: { dockerMTU: 1400 } } }',
      '  c: { scope: web, pod: { initContainers: [{ name: warm, image: busybox:1 }] } }',
      '  d: { scope: web, pod: { hostAliases: [] } }',
    ].join('\n'),
  );
  expect(pools.map(({ hasRawFields }) => hasRawFields)).toEqual([false, true, true, false]);
});

const pool = fc.record({
  scopes: fc.constantFrom('[web]', '[api]', '[web, api]'),
  signal: fc.constantFrom('busy: {}', 'queued: {}', 'busy: {}, queued: {}'),
  min: fc.integer({ min: 1, max: 4 }),
  max: fc.integer({ min: 4, max: 400 }),
  millis: fc.integer({ min: 1, max: 5000 }),
});

type Drawn = typeof pool extends fc.Arbitrary<infer T> ? T : never;

function write(pools: readonly Drawn[], more: number): string {
  const lines = pools.map(
    ({ scopes, signal, min, max, millis }, index) =>
      `  p${index}: { scopes: ${scopes}, autoscale: { min: ${min}, max: ${max + more}, on: { ${signal} } }, resources: { requests: { cpu: ${millis}m } }, workVolume: { size: 1Gi } }`,
  );
  return lines.join('\n');
}

function count(scopes: string): number {
  return scopes.split(',').length;
}

it('gives totals that are the sums of their parts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pool, { minLength: 1, maxLength: 5 }), async (drawn) => {
      const { pools, runners, requests, claims, api, hub } = await measure(write(drawn, 0));
      const maximum = drawn.reduce((sum, { scopes, max }) => sum + count(scopes) * max, 0);
      const millis = drawn.reduce((sum, p) => sum + count(p.scopes) * p.max * p.millis, 0);
      expect(runners.maximum).toBe(maximum);
      expect(requests['cpu']!.nano).toBe(BigInt(millis) * 1_000_000n);
      expect(claims.count).toBe(maximum);
      expect(hub.pulls).toBe(2 * maximum);
      expect(pools.reduce((sum, { runners: own }) => sum + own.minimum, 0)).toBe(runners.minimum);
      for (const { calls, callsPerHour } of api) {
        expect(calls.reduce((sum, call) => sum + call.callsPerHour, 0)).toBe(callsPerHour);
      }
    }),
    { numRuns: 40 },
  );
});

it('never asks for less when a maximum grows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pool, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 300 }),
      async (drawn, more) => {
        const [less, grown] = [await measure(write(drawn, 0)), await measure(write(drawn, more))];
        expect(grown.api[0]!.callsPerHour).toBeGreaterThanOrEqual(less.api[0]!.callsPerHour);
        expect(grown.hub.pulls).toBeGreaterThan(less.hub.pulls);
        expect(grown.requests['cpu']!.nano).toBeGreaterThan(less.requests['cpu']!.nano);
        expect(grown.claims.size.nano).toBeGreaterThan(less.claims.size.nano);
        expect(grown.runners.minimum).toBe(less.runners.minimum);
      },
    ),
    { numRuns: 40 },
  );
});
