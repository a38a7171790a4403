import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (on: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, labels: [ci, linux, x64], autoscale: { min: 1, max: 4, on: ${on}, schedule: { night: { from: "2026-12-01T20:00", to: "2026-12-02T06:00", zone: UTC, every: day, min: 0 } } } }`,
  );

export const windowStopsPool = defineCheck<{ window: string }>({
  code: 'FLC4506',
  name: 'window-stops-pool',
  severity: 'info',
  title: 'A window lets a pool stop that only its end starts again',
  message: ({ window }) =>
    `a pool that reaches zero in window "${window}" stays at zero until the window ends`,
  label: () => 'jobs wait for the end of the window',
  why: 'the busy share of no runner is nothing divided by nothing, which ARC reads as "stay at zero"',
  fix: 'scale on "webhook" or "queued" if jobs of that time should run, or set the minimum to 1',
  source: 'https://github.com/actions/actions-runner-controller/issues/1908',
  examples: { bad: pool('{ busy: {} }'), good: pool('{ queued: {} }') },
  check(fleet, report) {
    for (const { path, autoscale } of fleet.pools) {
      // A minimum of zero at all times is an error already.
      if (!autoscale?.busy || autoscale.queued || autoscale.webhook || autoscale.min === 0)
        continue;
      const related = [{ path: [...path, 'autoscale', 'on', 'busy'], text: 'the only signal' }];
      for (const { name, path: place, min } of autoscale.schedule) {
        if (min === 0) report({ window: name }, [...place, 'min'], { related });
      }
    }
  },
});
