import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { hasDocker } from './docker-config.ts';

const pool = (docker: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
pools:
  ci: { scope: web, docker: { ${docker}: { login: harbor } }, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

export const loginWithoutDocker = defineCheck<{ pool: string; mode: string }>({
  code: 'FLC4481',
  name: 'login-without-docker',
  severity: 'error',
  title: 'A pool logs docker in, and has none',
  message: ({ pool: name, mode }) => `pool "${name}" has no docker to log in, in mode "${mode}"`,
  label: () => 'has no effect',
  why: ({ mode }) =>
    mode === 'kubernetes'
      ? 'the cluster pulls what jobs run, and asks for pull secrets'
      : 'nothing in the pool would read it',
  fix: ({ mode }) =>
    mode === 'kubernetes'
      ? 'list the credential under "registry.pullSecrets", from where job pods get it'
      : 'remove it, or choose a docker mode',
  source:
    'https://github.com/actions/runner-container-hooks/blob/main/docs/adrs/0096-hook-extensions.md',
  examples: { bad: pool('none'), good: pool('sidecar') },
  check(fleet, report) {
    for (const { name, path, docker } of fleet.pools) {
      if (!docker.login || hasDocker(docker)) continue;
      const place = [...path, 'docker', docker.mode, 'login'];
      report({ pool: name, mode: docker.mode }, place, { part: 'key' });
    }
  },
});
