import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const withoutSidecar = defineCheck<{ pool: string; mode: string }>({
  code: 'FLC4404',
  name: 'without-sidecar',
  severity: 'error',
  title: 'Something is set for a docker sidecar that the pool does not have',
  message: ({ pool, mode }) => `pool "${pool}" has no docker sidecar in mode "${mode}"`,
  label: () => 'has no effect',
  why: 'ARC drops what belongs to a container that it does not make',
  fix: 'remove it, or use "docker: sidecar"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/deploying-alternative-runners.md',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, docker: none, dockerResources: { limits: { cpu: 1 } } }',
    ),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, docker: sidecar, dockerResources: { limits: { cpu: 1 } } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, docker, dockerResources, volumes } of fleet.pools) {
      if (docker.mode === 'sidecar') continue;
      const related = [{ path: [...path, 'docker'], text: 'the docker mode' }];
      const words = { pool: name, mode: docker.mode };
      if (dockerResources) report(words, [...path, 'dockerResources'], { part: 'key', related });
      for (const volume of volumes) {
        if (volume.dockerMountPath === undefined) continue;
        const place = [...path, 'volumes', volume.name, 'dockerMountPath'];
        report(words, place, { part: 'key', related });
      }
    }
  },
});
