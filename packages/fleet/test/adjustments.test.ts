import { expect, it } from 'vitest';
import { adjustFile, type Adjustments } from '../src/resolve/adjust-file.ts';
import { readFleet } from '../src/resolve/read-fleet.ts';
import { resolveFleet } from '../src/resolve/resolve-fleet.ts';
import { exampleFleet } from '../src/rules/example.ts';
import { path } from './diagnose.ts';

const pools =
  'pools:\n  build: { replicas: 2 }\n  web: { autoscale: { min: 1, max: 3, on: webhook } }\n';
const environments = `environments:
  a: { only: [build], override: { pools: { build: { replicas: 5, labels: [x] } } } }
  b: {}
`;

async function resolveAdjusted(text: string, environment: string, adjustments?: Adjustments) {
  const { file } = await readFleet({ path, text });
  const { value, diagnostics } = await resolveFleet(
    adjustFile(file!, environment, adjustments),
    environment,
  );
  return {
    pools: value?.pools.map(({ name, replicas, autoscale, labels }) => ({
      name,
      replicas,
      max: autoscale?.max,
      labels,
    })),
    diagnostics,
  };
}

const text = exampleFleet(pools + environments);

it('puts a patch on top of what the environment overrides', async () => {
  const override = { pools: { build: { replicas: 7 } } };
  const { pools: found } = await resolveAdjusted(text, 'a', { override });
  expect(found).toMatchObject([{ name: 'build', replicas: 7, labels: ['x'] }]);
});

it('takes other pools than the environment names', async () => {
  const { pools: found } = await resolveAdjusted(text, 'a', { only: ['web'] });
  expect(found).toMatchObject([{ name: 'web', max: 3 }]);
});

it('adjusts a file without environments', async () => {
  const override = { pools: { web: { autoscale: { max: 9 } } } };
  const { pools: found } = await resolveAdjusted(exampleFleet(pools), 'default', {
    override,
    only: ['web'],
  });
  expect(found).toMatchObject([{ name: 'web', max: 9 }]);
});

it('holds what is asked for against the language', async () => {
  const override = { pools: { build: { replicas: -1 } } };
  const { diagnostics } = await resolveAdjusted(text, 'b', { override });
  expect(diagnostics.map(({ code, path: at }) => [code, at])).toEqual([
    ['FLC2008', ['pools', 'build', 'replicas']],
  ]);
});

it('gives the file itself back when nothing is asked for', async () => {
  const { file } = await readFleet({ path, text });
  expect(adjustFile(file!, 'a')).toBe(file);
  expect(adjustFile(file!, 'a', {})).toBe(file);
});
