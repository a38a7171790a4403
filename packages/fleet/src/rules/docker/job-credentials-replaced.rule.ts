import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (docker: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  hub: { registry: { server: docker.io, secret: { from: { existing: true } } } }
registry: { pullSecrets: [hub] }
pools:
  ci: { scope: web, ${docker}, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

/** Names the template of job pods for the container hooks; whoever sets it has a template of their own. */
const hookTemplate = 'ACTIONS_RUNNER_CONTAINER_HOOK_TEMPLATE';

export const jobCredentialsReplaced = defineCheck<{ pool: string }>({
  code: 'FLC4486',
  name: 'job-credentials-replaced',
  severity: 'info',
  title: "A fleet's pull secrets replace what workflows log in with",
  message: ({ pool: name }) =>
    `in pool "${name}" the fleet's pull secrets replace the "credentials" of a workflow's containers`,
  label: () => 'job pods get these alone',
  why: 'the container hooks make a pull secret from "credentials", and the template with those of the fleet overwrites their list',
  fix: 'list every registry that workflows pull from under "registry.pullSecrets"',
  source: 'https://github.com/actions/runner-container-hooks/issues/208',
  examples: {
    bad: pool('docker: kubernetes, workVolume: { size: 10Gi, storageClass: fast }'),
    good: pool('docker: sidecar'),
  },
  check({ registry, pools }, report) {
    if (registry.pullSecrets.length === 0) return;
    const related = [{ path: [...registry.path, 'pullSecrets'], text: 'the pull secrets' }];
    for (const { name, path, docker, env } of pools) {
      const isOwn = env.some((variable) => variable.name === hookTemplate);
      if (docker.mode !== 'kubernetes' || isOwn) continue;
      report({ pool: name }, [...path, 'docker'], { part: 'key', related });
    }
  },
});
