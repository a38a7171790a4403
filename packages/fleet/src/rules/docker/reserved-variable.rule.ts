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
  'RUNNER_NAME',
  'RUNNER_TOKEN',
  'ACTIONS_RUNNER_CONTAINER_HOOKS',
  'ACTIONS_RUNNER_REQUIRE_JOB_CONTAINER',
  'ACTIONS_RUNNER_POD_NAME',
  'ACTIONS_RUNNER_JOB_NAMESPACE',
  'ACTIONS_RUNNER_REQUIRE_SAME_NODE',
]);

export const reservedVariable = defineCheck<{ variable: string }>({
  code: 'FLC4406',
  name: 'reserved-variable',
  severity: 'error',
  title: 'An environment variable belongs to ARC',
  message: ({ variable }) => `the variable "${variable}" belongs to ARC`,
  label: () => 'overwritten by ARC',
  why: 'ARC sets it after the variables of the pool, so this value never counts',
  fix: 'remove it; labels, groups and names have fields of their own',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/choosing-runner-destination.md',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, env: { RUNNER_LABELS: "a,b" } }'),
    good: exampleFleet('pools:\n  ci: { scope: web, env: { LOG_DEBUG_DISABLED: "true" } }'),
  },
  check(fleet, report) {
    for (const { path, env } of fleet.pools) {
      for (const { name } of env) {
        if (ownedByArc.has(name))
          report({ variable: name }, [...path, 'env', name], { part: 'key' });
      }
    }
  },
});
