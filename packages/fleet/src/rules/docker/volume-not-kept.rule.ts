import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, kind: set, volumes: { cache: { mountPath: /opt/cache, size: 20Gi${fields} } } }`,
  );

export const volumeNotKept = defineCheck<{ pool: string; volume: string }>({
  code: 'FLC4432',
  name: 'volume-not-kept',
  severity: 'warning',
  title: 'A set claims volumes from a storage class that is left to the cluster',
  message: ({ pool, volume }) =>
    `pool "${pool}" keeps the volume "${volume}", and names no storage class for it`,
  label: () => 'needs "storageClass"',
  why: 'ARC hands a volume from one runner to the next only if its class reclaims with "Retain"; default classes delete, so each runner starts with an empty one',
  fix: 'name a storage class with "reclaimPolicy: Retain", and watch the number of volumes',
  source: 'https://github.com/actions/actions-runner-controller/issues/2282',
  examples: { bad: pool(''), good: pool(', storageClass: fast-retain') },
  check(fleet, report) {
    for (const { name, path, kind, volumes } of fleet.pools) {
      if (kind !== 'set') continue;
      for (const volume of volumes) {
        if (volume.source.type !== 'claimTemplate' || volume.source.storageClass !== undefined)
          continue;
        const place = [...path, 'volumes', volume.name];
        report({ pool: name, volume: volume.name }, place, { part: 'key' });
      }
    }
  },
});
