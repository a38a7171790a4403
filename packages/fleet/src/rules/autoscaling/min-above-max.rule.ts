import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const minAboveMax = defineCheck<{ pool: string; min: number; max: number }>({
  code: 'FLC4302',
  name: 'min-above-max',
  severity: 'error',
  title: "An autoscaler's minimum is above its maximum",
  message: ({ pool, min, max }) => `pool "${pool}" scales from ${min} to ${max}`,
  label: () => 'above the maximum',
  why: 'ARC lets the minimum win, so the maximum would protect nothing',
  fix: 'lower the minimum or raise "max"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 5, max: 4, on: { busy: {} } } }',
    ),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale) continue;
      const { min, max, schedule } = autoscale;
      const related = [{ path: [...path, 'autoscale', 'max'], text: 'the maximum' }];
      if (min > max) report({ pool: name, min, max }, [...path, 'autoscale', 'min'], { related });
      for (const window of schedule) {
        if (window.min <= max) continue;
        report({ pool: name, min: window.min, max }, [...window.path, 'min'], { related });
      }
    }
  },
});
