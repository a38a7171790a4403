import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const window = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { launch: { from: "2026-12-01T08:00", to: "2026-12-01T18:00", zone: UTC, min: 3${fields} } } } }`,
  );

export const untilWithoutEvery = defineCheck<{ window: string }>({
  code: 'FLC4507',
  name: 'until-without-every',
  severity: 'error',
  title: 'A window that comes once says when it comes for the last time',
  message: ({ window: name }) => `window "${name}" has "until" and comes only once`,
  label: () => 'has no effect',
  why: '"until" ends a recurrence, and a window without "every" is none',
  fix: 'add "every", or remove "until"; a single window ends at "to"',
  source: 'the fleet language',
  examples: {
    bad: window(', until: "2026-12-31T18:00"'),
    good: window(', every: weekday, until: "2026-12-31T18:00"'),
  },
  check(fleet, report) {
    for (const { autoscale } of fleet.pools) {
      for (const { name, path, every, until } of autoscale?.schedule ?? []) {
        if (every || until === undefined) continue;
        report({ window: name }, [...path, 'until'], { part: 'key' });
      }
    }
  },
});
