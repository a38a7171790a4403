import { exampleFleet, type Fleet } from '@fleetc/fleet';
import { defineBundleCheck } from './bundle-check.ts';
import { releaseOf } from './emitted-items.ts';
import { valueAt } from './value-at.ts';

const fleetOf = (replicas: number) =>
  exampleFleet(
    `registry: { direct: [docker.io, quay.io] }\ncontroller: { chart: { values: { runner: { statusUpdateHook: { enabled: true } } } } }\npools:\n  ci: { scope: web, replicas: ${replicas}, resources: { requests: { cpu: 500m, memory: 1Gi } } }`,
  );

/** From here on the objects that the hook needs for each runner weigh more than what it tells. */
const many = 20;

const path = ['runner', 'statusUpdateHook', 'enabled'];

export const statusHookAtScale = defineBundleCheck<{ runners: number }>({
  code: 'FLC5112',
  name: 'status-hook-at-scale',
  severity: 'warning',
  title: 'The status hook runs in a large fleet',
  message: ({ runners }) => `the status hook runs in up to ${runners} runners`,
  label: () => 'switch it off',
  why: 'the controller makes a service account, a role and a binding for each runner, falls behind, and has been seen to start runners without end',
  fix: 'remove "runner.statusUpdateHook"; GitHub shows what a runner does as well',
  source: 'https://github.com/actions/actions-runner-controller/issues/2468',
  examples: { bad: fleetOf(50), good: fleetOf(5) },
  check({ bundle, fleet }, report) {
    const item = releaseOf(bundle, 'actions-runner-controller');
    if (!item || valueAt(item.release.values, path) !== true) return;
    const runners = runnersAtMost(fleet);
    if (runners >= many) report({ runners }, item.origin(path));
  },
});

function runnersAtMost({ pools }: Fleet): number {
  const ofPools = pools.map(
    ({ autoscale, replicas = 1, scopes }) => (autoscale?.max ?? replicas) * scopes.length,
  );
  return ofPools.reduce((sum, runners) => sum + runners, 0);
}
