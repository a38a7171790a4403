import type { Fleet, Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** Variables that ARC appends after the user's, so that its value always wins (controller 0.27.6). */
const ownedByArc = new Set([
  'RUNNER_ORG',
  'RUNNER_REPO',
  'RUNNER_ENTERPRISE',
  'RUNNER_LABELS',
  'RUNNER_GROUP',
  'DOCKER_ENABLED',
  'DOCKERD_IN_RUNNER',
  'GITHUB_URL',
  'RUNNER_WORKDIR',
  'RUNNER_EPHEMERAL',
  'RUNNER_STATUS_UPDATE_HOOK',
  'GITHUB_ACTIONS_RUNNER_EXTRA_USER_AGENT',
]);

/** Variables of the container hooks, which ARC sets in kubernetes mode and which mean nothing without it. */
const ofKubernetesMode = new Set([
  'ACTIONS_RUNNER_CONTAINER_HOOKS',
  'ACTIONS_RUNNER_REQUIRE_JOB_CONTAINER',
  'ACTIONS_RUNNER_POD_NAME',
  'ACTIONS_RUNNER_JOB_NAMESPACE',
  'ACTIONS_RUNNER_REQUIRE_SAME_NODE',
]);

/** Variables of one runner, which a pool cannot share; ARC keeps the user's. */
const ofOneRunner = new Set(['RUNNER_NAME', 'RUNNER_TOKEN']);

export const reservedVariable = defineCheck<{ variable: string }>({
  code: 'FLC4406',
  name: 'reserved-variable',
  severity: 'error',
  title: 'An environment variable belongs to ARC',
  message: ({ variable }) => `the variable "${variable}" belongs to ARC`,
  label: () => 'belongs to ARC',
  why: ({ variable }) => {
    if (ofOneRunner.has(variable)) return 'every runner needs a value of its own, which ARC makes';
    return ofKubernetesMode.has(variable)
      ? 'ARC sets it in docker mode "kubernetes", where this value never counts, and it means nothing in the others'
      : 'ARC sets it after the variables of the pool, so this value never counts';
  },
  fix: 'remove it; labels, groups, names and docker have fields of their own',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/choosing-runner-destination.md',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, env: { RUNNER_LABELS: "a,b" } }'),
    good: exampleFleet('pools:\n  ci: { scope: web, env: { LOG_DEBUG_DISABLED: "true" } }'),
  },
  check(fleet, report) {
    for (const pool of fleet.pools) {
      for (const { name } of pool.env) {
        if (isReservedVariable(name, pool, fleet))
          report({ variable: name }, [...pool.path, 'env', name], { part: 'key' });
      }
    }
  },
});

/** Whether a variable of the pool's runner is one that ARC gives it. */
export function isReservedVariable(name: string, { docker }: Pool, { registry }: Fleet): boolean {
  if ([ownedByArc, ofKubernetesMode, ofOneRunner].some((names) => names.has(name))) return true;
  if (docker.mode === 'sidecar') return name === 'DOCKER_HOST';
  if (docker.mode === 'none' || docker.mode === 'kubernetes') return false;
  const mirror = docker.registryMirror ?? registry.mirror?.url ?? '';
  return (
    (name === 'MTU' && docker.mtu !== undefined) ||
    (name === 'DOCKER_REGISTRY_MIRROR' && mirror !== '')
  );
}
