import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const kubernetesWithoutVolume = defineCheck<{ pool: string }>({
  code: 'FLC4402',
  name: 'kubernetes-without-volume',
  severity: 'error',
  title: 'A pool in Kubernetes mode has no work volume from a claim',
  message: ({ pool }) =>
    `pool "${pool}" runs job containers as pods, and has no work volume with a size`,
  label: () => 'needs "workVolume"',
  why: "ARC's admission refuses the mode without a claim, by which job pods would share the work directory",
  fix: 'add "workVolume: { size: …, storageClass: … }"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/deploying-alternative-runners.md',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, docker: kubernetes }'),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, docker: kubernetes, workVolume: { size: 10Gi, storageClass: fast } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, docker, workVolume } of fleet.pools) {
      if (docker.mode !== 'kubernetes' || workVolume?.type === 'claimTemplate') continue;
      report({ pool: name }, workVolume ? [...path, 'workVolume'] : [...path, 'docker'], {
        part: 'key',
      });
    }
  },
});
