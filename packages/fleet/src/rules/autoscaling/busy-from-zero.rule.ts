import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const busyFromZero = defineCheck<{ pool: string }>({
  code: 'FLC4301',
  name: 'busy-from-zero',
  severity: 'error',
  title: 'A pool that may shrink to zero scales on the busy share alone',
  message: ({ pool }) => `pool "${pool}" may shrink to zero, and scales on its busy share alone`,
  label: () => 'never leaves zero',
  why: 'with no runner the busy share is nothing divided by nothing, which ARC reads as "stay at zero"',
  fix: 'use "webhook" instead, add "queued" beside it, or set "min" to 1',
  source: 'https://github.com/actions/actions-runner-controller/issues/1908',
  examples: {
    bad: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 0, max: 4, on: { busy: {} } } }',
    ),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 0, max: 4, on: { busy: {}, queued: {} } } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale?.busy || autoscale.queued || autoscale.webhook || autoscale.min > 0) continue;
      const related = [{ path: [...path, 'autoscale', 'on', 'busy'], text: 'the only signal' }];
      report({ pool: name }, [...path, 'autoscale', 'min'], { related });
    }
  },
});
