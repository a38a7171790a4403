import { exampleFleet } from '@fleetc/fleet';
import { hookTemplateFile, hookTemplateVariable } from '../runner-deployments/hook-template.ts';
import { defineBundleCheck } from './bundle-check.ts';
import { environmentsOf } from './emitted-items.ts';
import { listAt, textAt } from './value-at.ts';

const fleetOf = (env: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { from: { existing: true } } } }
registry: { pullSecrets: [hub] }
pools:
  ci: { scope: web, docker: kubernetes, workVolume: { size: 10Gi, storageClass: fast }, ${env}resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

export const ownHookTemplate = defineBundleCheck<{ pool: string }>({
  code: 'FLC5131',
  name: 'own-hook-template',
  severity: 'warning',
  title: "A template of one's own keeps the fleet's pull secrets from job pods",
  message: ({ pool: name }) => `job pods of pool "${name}" get no pull secret from the fleet`,
  label: () => 'another template',
  why: 'job pods get pull secrets from the one file that this variable names, and it is not the one with those of the fleet',
  fix: 'put "imagePullSecrets" under "spec" of the template and silence this, or remove the variable',
  source:
    'https://github.com/actions/runner-container-hooks/blob/main/docs/adrs/0096-hook-extensions.md',
  examples: {
    bad: fleetOf('env: { ACTIONS_RUNNER_CONTAINER_HOOK_TEMPLATE: /opt/job-pod.yaml }, '),
    good: fleetOf(''),
  },
  check({ fleet, runners }, report) {
    if (fleet.registry.pullSecrets.length === 0) return;
    for (const runner of runners) {
      const { item, pool } = runner;
      if (pool.docker.mode !== 'kubernetes') continue;
      for (const { name, path } of environmentsOf(runner)) {
        const index = name === 'runner' ? listAt(item.object, path).findIndex(isOwn) : -1;
        if (index >= 0) report({ pool: pool.name }, item.origin([...path, index]), { part: 'key' });
      }
    }
  },
});

function isOwn(variable: unknown): boolean {
  return (
    textAt(variable, ['name']) === hookTemplateVariable &&
    textAt(variable, ['value']) !== hookTemplateFile
  );
}
