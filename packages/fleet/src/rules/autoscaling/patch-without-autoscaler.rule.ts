import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (size: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, ${size}, patch: { autoscaler: { scaleDownDelaySecondsAfterScaleOut: 60 } } }`,
  );

export const patchWithoutAutoscaler = defineCheck<{ pool: string }>({
  code: 'FLC4312',
  name: 'patch-without-autoscaler',
  severity: 'error',
  title: 'A patch is for an autoscaler that the pool does not have',
  message: ({ pool: name }) => `pool "${name}" patches its autoscaler and has none`,
  label: () => 'patches nothing',
  why: 'without "autoscale" no autoscaler is made, so the patch would have no effect',
  fix: 'remove it, or give the pool "autoscale"',
  source: 'the fleet language',
  examples: {
    bad: pool('replicas: 2'),
    good: pool('autoscale: { min: 1, max: 4, on: { busy: {} } }'),
  },
  check(fleet, report) {
    for (const { name, path, patch, autoscale } of fleet.pools) {
      if (autoscale || Object.keys(patch.autoscaler ?? {}).length === 0) continue;
      report({ pool: name }, [...path, 'patch', 'autoscaler'], { part: 'key' });
    }
  },
});
