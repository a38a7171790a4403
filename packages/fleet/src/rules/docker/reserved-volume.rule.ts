import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** Volumes that ARC makes itself; a second one of that name makes the pod invalid, or hides ARC's. */
const ownedByArc = new Set(['runner', 'work', 'var-run']);

/** Volumes that fleetc makes: for `network.ca`, for docker in the runner, and for job pods. */
const ownedByFleetc = new Set([
  'fleetc-private-ca',
  'fleetc-docker-config',
  'fleetc-docker-login',
  'fleetc-buildkit',
  'fleetc-hook-template',
]);

export const reservedVolume = defineCheck<{ volume: string; owner: string }>({
  code: 'FLC4407',
  name: 'reserved-volume',
  severity: 'error',
  title: 'A volume has a name that ARC or fleetc uses itself',
  message: ({ volume, owner }) => `the volume "${volume}" has a name that ${owner} uses itself`,
  label: () => 'name taken',
  why: 'the pod would have two volumes of one name, which Kubernetes refuses',
  fix: ({ volume }) => (volume === 'work' ? 'use "workVolume"' : 'choose another name'),
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/using-custom-volumes.md',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, volumes: { work: { mountPath: /w, emptyDir: {} } } }',
    ),
    good: exampleFleet('pools:\n  ci: { scope: web, workVolume: { emptyDir: {} } }'),
  },
  check(fleet, report) {
    for (const { path, volumes } of fleet.pools) {
      for (const { name } of volumes) {
        const owner = ownerOf(name);
        if (owner === undefined) continue;
        report({ volume: name, owner }, [...path, 'volumes', name], { part: 'key' });
      }
    }
  },
});

function ownerOf(volume: string): string | undefined {
  if (ownedByFleetc.has(volume)) return 'fleetc';
  return ownedByArc.has(volume) ? 'ARC' : undefined;
}
