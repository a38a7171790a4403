import { compile } from '@fleetc/core';
import { expect, it } from 'vitest';
import { syntheticFleet } from '../src/fleet/synthetic-fleet.ts';
import { changeOnePool } from '../src/suite/sizes.ts';

it.each([1, 10, 100])('is a fleet of %i pools without a finding', async (pools) => {
  const text = syntheticFleet(pools);
  const { diagnostics, environments } = await compile({ path: 'fleet.yaml', text });
  expect(diagnostics).toEqual([]);
  expect(environments.map(({ fleet }) => fleet.pools.length)).toEqual([
    pools,
    Math.ceil(pools / 10),
  ]);
});

it('differs in one line where one pool changed', () => {
  const before = syntheticFleet(100).split('\n');
  const after = changeOnePool(syntheticFleet(100)).split('\n');
  expect(after.filter((line, index) => line !== before[index])).toEqual(['    replicas: 3']);
});
