import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (mount: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, resources: { requests: { cpu: 500m, memory: 1Gi } }, volumes: { layers: { ${mount}size: 20Gi } } }`,
  );

export const volumeWithoutMount = defineCheck<{ volume: string }>({
  code: 'FLC4487',
  name: 'volume-without-mount',
  severity: 'error',
  title: 'A volume is mounted nowhere',
  message: ({ volume }) => `the volume "${volume}" is mounted nowhere`,
  label: () => 'needs "mountPath"',
  why: 'no container would see it, and a claim would be made for each runner all the same',
  fix: 'give "mountPath" for the runner, "dockerMountPath" for the docker sidecar, or both',
  source: 'the fleet language',
  examples: { bad: pool(''), good: pool('dockerMountPath: /var/lib/docker, ') },
  check(fleet, report) {
    for (const { path, volumes, pod, patch } of fleet.pools) {
      for (const { name, mountPath, dockerMountPath } of volumes) {
        if (mountPath !== undefined || dockerMountPath !== undefined) continue;
        // A container in the words of Kubernetes may mount it.
        if (JSON.stringify([pod, patch]).includes(`"name":${JSON.stringify(name)}`)) continue;
        report({ volume: name }, [...path, 'volumes', name], { part: 'key' });
      }
    }
  },
});
