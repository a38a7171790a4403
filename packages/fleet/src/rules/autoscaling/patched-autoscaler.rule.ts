import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

/** Fields of the autoscaler, and the language's words for them. */
const words: Readonly<Record<string, string>> = {
  minReplicas: 'min',
  maxReplicas: 'max',
  scaleDownDelaySecondsAfterScaleOut: 'scaleDownDelay',
  metrics: 'on',
  scaleUpTriggers: 'on.webhook',
  scheduledOverrides: 'schedule',
  capacityReservations: 'reservations',
};

const pool = (max: number, patch: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: ${max}, on: { busy: {} } }${patch} }`,
  );

export const patchedAutoscaler = defineCheck<{ pool: string; field: string; word: string }>({
  code: 'FLC4319',
  name: 'patched-autoscaler',
  severity: 'warning',
  title: 'A patch writes a field of the autoscaler that the language has',
  message: ({ pool: name, field, word }) =>
    `pool "${name}" patches "${field}", and "autoscale.${word}" says the same`,
  label: ({ word }) => `known as "autoscale.${word}"`,
  why: 'no check looks into a patch: bounds, signals and windows that ARC refuses or never follows pass without a word',
  fix: ({ word }) => `use "autoscale.${word}"`,
  source: 'the fleet language',
  examples: { bad: pool(4, ', patch: { autoscaler: { maxReplicas: 8 } }'), good: pool(8, '') },
  check(fleet, report) {
    for (const { name, path, patch, autoscale } of fleet.pools) {
      if (!autoscale) continue;
      for (const field of Object.keys(patch.autoscaler ?? {})) {
        const word = words[field];
        // Reservations beside a webhook are an error of their own.
        const isReported = field === 'capacityReservations' && autoscale.webhook !== undefined;
        if (word === undefined || isReported) continue;
        report({ pool: name, field, word }, [...path, 'patch', 'autoscaler', field], {
          part: 'key',
        });
      }
    }
  },
});
