import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (fields: string) =>
  exampleFleet(`pools:\n  ci: { scope: web, docker: kubernetes, workVolume: { ${fields} } }`);

export const workVolumeIncomplete = defineCheck<{ problem: string }>({
  code: 'FLC4403',
  name: 'work-volume-incomplete',
  severity: 'error',
  title: 'The work volume of a pool in Kubernetes mode is not one that ARC takes',
  message: ({ problem }) => `the work volume ${problem}`,
  label: () => 'refused by ARC',
  why: "ARC's admission asks for a storage class, and for ReadWriteOnce or ReadWriteMany",
  fix: 'give "storageClass", and leave "accessModes" out or use ReadWriteOnce or ReadWriteMany',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/deploying-alternative-runners.md',
  examples: { bad: pool('size: 10Gi'), good: pool('size: 10Gi, storageClass: fast') },
  check(fleet, report) {
    for (const { path, docker, workVolume } of fleet.pools) {
      if (docker.mode !== 'kubernetes' || workVolume?.type !== 'claimTemplate') continue;
      const place = [...path, 'workVolume'];
      if (workVolume.storageClass === undefined) {
        report({ problem: 'names no storage class' }, place, { part: 'key' });
      }
      for (const [index, mode] of workVolume.accessModes.entries()) {
        if (mode === 'ReadWriteOnce' || mode === 'ReadWriteMany') continue;
        report({ problem: `asks for ${mode}` }, [...place, 'accessModes', index]);
      }
    }
  },
});
