import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { dockerConfigFiles } from './docker-config.ts';

const pool = (env: string) =>
  exampleFleet(`credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  harbor: { registry: { server: harbor.example.com, secret: { from: { existing: true } } } }
pools:
  ci: { scope: web, docker: { sidecar: { login: harbor } }, env: { ${env} }, resources: { requests: { cpu: 500m, memory: 1Gi } } }`);

/** Variables by which docker and buildx look for their folder elsewhere. */
const elsewhere = ['DOCKER_CONFIG', 'BUILDX_CONFIG', 'HOME'];

export const dockerConfigElsewhere = defineCheck<{ variable: string; pool: string }>({
  code: 'FLC4484',
  name: 'docker-config-elsewhere',
  severity: 'warning',
  title: 'Docker does not look where it is logged in',
  message: ({ variable, pool: name }) =>
    `"${variable}" leads docker of pool "${name}" away from what fleetc prepares for it`,
  label: () => 'another folder',
  why: 'the login and the mirror for buildx are put into /home/runner/.docker, and are read nowhere else',
  fix: 'remove the variable, or what it leads away from',
  source: 'https://docs.docker.com/reference/cli/docker/#environment-variables',
  examples: { bad: pool('DOCKER_CONFIG: /opt/docker'), good: pool('GOPROXY: "off"') },
  check(fleet, report) {
    for (const one of fleet.pools) {
      const [file] = dockerConfigFiles(one, fleet);
      if (!file) continue;
      const related = [{ path: file.path, text: 'prepared because of this' }];
      for (const { name: variable } of one.env) {
        if (!elsewhere.includes(variable)) continue;
        const place = [...one.path, 'env', variable];
        report({ variable, pool: one.name }, place, { part: 'key', related });
      }
    }
  },
});
