import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

export const noSignal = defineCheck<{ pool: string }>({
  code: 'FLC4306',
  name: 'no-signal',
  severity: 'error',
  title: 'An autoscaler follows nothing',
  message: ({ pool }) => `pool "${pool}" scales on nothing`,
  label: () => 'needs a signal',
  why: 'ARC assumes no metric of its own, so the pool would stay at its minimum for ever',
  fix: 'add "busy", "queued" or "webhook" under "on"',
  source: 'https://github.com/actions/actions-runner-controller/releases/tag/v0.23.0',
  examples: {
    bad: exampleFleet('pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: {} } }'),
    good: exampleFleet(
      'pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} } } }',
    ),
  },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale || autoscale.busy || autoscale.queued || autoscale.webhook) continue;
      report({ pool: name }, [...path, 'autoscale', 'on'], { part: 'key' });
    }
  },
});
