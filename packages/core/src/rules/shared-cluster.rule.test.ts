import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

const watching = (namespace: string, controller: string) =>
  `controller: { watch: { namespace: ${namespace} }, ${controller} }, pools: { ci: { namespace: ${namespace} } }`;

it.each<[string, string[], string | undefined]>([
  ['one installation', ['', ''], 'both releases are named "acme-actions-runner-controller"'],
  [
    'a release that watches all',
    ['', 'controller: { release: two, namespace: two, watch: cluster }'],
    'one controller watches all of it',
  ],
  [
    'two that watch one namespace',
    [watching('ci', 'namespace: one'), watching('ci', 'namespace: two, release: two')],
    'both controllers watch "ci"',
  ],
  [
    'two of one name beside each other',
    [watching('a', 'namespace: arc'), watching('b', 'namespace: arc, release: two')],
    'both controllers wait for the same lease',
  ],
  [
    'two with leases of their own',
    [
      watching('a', 'namespace: arc'),
      watching('b', 'namespace: arc, release: two, leaderElectionId: two'),
    ],
    undefined,
  ],
  ['two apart', ['', 'controller: { release: two, namespace: two }'], undefined],
])('judges environments in one cluster: %s', async (_, overrides, problem) => {
  const entries = overrides.map(
    (override, index) =>
      `  e${index}: { destination: { name: main }, override: { ${override} } }\n`,
  );
  const blocks = `registry: { direct: [docker.io, quay.io] }\nenvironments:\n${entries.join('')}`;
  const text = exampleFleet(blocks);
  const { diagnostics } = await compile({ path: 'fleet.yaml', text });
  const message = `environments "e0" and "e1" are one cluster, and ${problem}`;
  expect(diagnostics.map((found) => [found.code, found.message])).toEqual(
    problem === undefined ? [] : [['FLC5117', message]],
  );
});
