import type { Output } from '@fleetc/core';
import { expect, it } from 'vitest';
import { changesBetween, compileFleet, outputs, treeOf } from './support/trees.ts';

const fleetOf = (...environments: readonly string[]) => ({
  apiVersion: 'fleetc.dev/v1',
  kind: 'Fleet',
  metadata: { name: 'acme' },
  controller: { credentials: 'github', certManager: false },
  credentials: { github: { pat: { secret: { from: { existing: true } } } } },
  scopes: { web: { repository: 'acme/web' } },
  pools: { ci: {} },
  environments: Object.fromEntries(
    environments.map((name) => [name, { destination: { name: `cluster-${name}` } }]),
  ),
});

const outputFor = (target: Output['target'], rest: object = {}) =>
  ({ ...outputs.find((output) => output.target === target)!, ...rest }) as Output;

/** What is said of the namespace, the controller and the pool when an environment goes. */
async function withoutEnvironment(output: Output) {
  const [both, one] = await Promise.all([
    compileFleet(fleetOf('east', 'west')),
    compileFleet(fleetOf('east')),
  ]);
  const changes = changesBetween(
    output.target,
    await treeOf(both!, output),
    await treeOf(one!, output),
  );
  return changes
    .filter(
      ({ subject }) =>
        subject.kind === 'Namespace' || subject.type === 'pool' || subject.type === 'release',
    )
    .map(({ environment, subject, action, level, consequence }) => {
      expect([environment, action]).toEqual(['west', 'removed']);
      return [subject.title.split(' ')[0], level, consequence];
    });
}

const stays = 'it stays in the cluster, and nobody looks after it';
const whole = 'deleting it takes all that is in it, Secrets and volume claims too';
const jobs = 'jobs that run there are stopped; scale it to zero first to let them finish';
const alone = 'without it nothing registers, scales or signs off runners; they have to go first';
const all = 'all that is in it goes with it: runners, Secrets, volume claims';

it.each<[string, Output, string[][]]>([
  [
    'stays with Applications that have no finalizer',
    outputFor('argocd'),
    [
      ['controller', 'none', stays],
      ['namespace', 'none', `Argo CD leaves it; ${whole}`],
      ['pool', 'none', stays],
    ],
  ],
  [
    'goes with Applications that have one',
    outputFor('argocd', { finalizer: true }),
    [
      ['controller', 'danger', alone],
      ['namespace', 'danger', all],
      ['pool', 'removed', jobs],
    ],
  ],
  [
    'stays where an ApplicationSet preserves it',
    outputFor('argocd', { layout: 'applicationSet' }),
    [
      ['controller', 'none', stays],
      ['namespace', 'none', `Argo CD leaves it; ${whole}`],
      ['pool', 'none', stays],
    ],
  ],
  [
    'goes where an ApplicationSet does not',
    outputFor('argocd', { layout: 'applicationSet', finalizer: true }),
    [
      ['controller', 'danger', alone],
      ['namespace', 'danger', all],
      ['pool', 'removed', jobs],
    ],
  ],
  [
    'goes with Flux but for its namespaces',
    outputFor('flux'),
    [
      ['controller', 'danger', alone],
      ['pool', 'removed', jobs],
      ['namespace', 'none', `Flux leaves it; ${whole}`],
    ],
  ],
  [
    'stays with Flux that prunes nothing',
    outputFor('flux', { prune: false }),
    [
      ['controller', 'none', stays],
      ['namespace', 'none', `Flux leaves it; ${whole}`],
      ['pool', 'none', stays],
    ],
  ],
])('says of what an environment leaves behind that it %s', async (_, output, said) => {
  expect(await withoutEnvironment(output)).toEqual(said);
});
