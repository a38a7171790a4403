import { scaledFleet } from '@fleetc/testing/plain-fleet';
import { expect, it } from 'vitest';
import { announce } from './support/argocd.ts';
import { fleetWithEnvironments, inRepository } from './support/fleets.ts';

it('announces the environments and the pools of the fleet', () => {
  const { code, stderr, list } = announce({ files: inRepository(fleetWithEnvironments) });
  expect([code, stderr]).toEqual([0, '']);
  expect(list).toEqual([
    {
      name: 'environment',
      title: 'Environment',
      tooltip: 'One of: production, staging',
      required: true,
    },
    {
      name: 'pools',
      title: 'Pools',
      tooltip: 'Only these; all of the environment when empty: build, ci',
      collectionType: 'array',
      array: [],
    },
  ]);
});

it('names the one environment that there is as the default', () => {
  const { list } = announce({ files: inRepository(scaledFleet) });
  expect(list[0]).toMatchObject({ tooltip: 'One of: default', required: false, string: 'default' });
});

it('announces what it can of a fleet with errors', () => {
  const { code, list } = announce({ files: inRepository(scaledFleet.replace('web:', 'wep:')) });
  expect([code, list.length]).toEqual([0, 2]);
});

it.each<[string, Record<string, string>]>([
  ['missing', { 'apps/ci/other.yaml': '' }],
  ['no YAML', inRepository('a: [')],
  ['no fleet', inRepository('1')],
])('announces nothing when the fleet is %s', (_name, files) => {
  const { code, stdout, stderr } = announce({ files });
  expect([code, stdout]).toEqual([0, '[]\n']);
  expect(stderr).toBe('fleetc-argocd: fleet.yaml cannot be read, so that nothing can be offered\n');
});
