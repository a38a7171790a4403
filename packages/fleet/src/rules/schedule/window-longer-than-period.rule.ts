import { addToLocalTime, compareLocalTimes, parseLocalTime } from '@fleetc/notation';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const window = (to: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { night: { from: "2026-12-01T20:00", to: "${to}", zone: UTC, every: day, min: 0 } } } }`,
  );

const periods = {
  day: 'day',
  weekday: 'day',
  weekend: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
} as const;

export const windowLongerThanPeriod = defineCheck<{ window: string; every: string }>({
  code: 'FLC4502',
  name: 'window-longer-than-period',
  severity: 'error',
  title: 'A schedule window is longer than the time until it comes back',
  message: ({ window: name, every }) =>
    `window "${name}" is still open when it comes back every ${every}`,
  label: ({ every }) => `longer than a ${every}`,
  why: 'ARC refuses to reconcile an autoscaler with such a window, so the pool stops scaling',
  fix: 'end the window before it comes back, or choose a longer "every"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: window('2026-12-02T21:00'), good: window('2026-12-02T06:00') },
  check(fleet, report) {
    for (const { autoscale } of fleet.pools) {
      for (const { name, path, from, to, every } of autoscale?.schedule ?? []) {
        const start = parseLocalTime(from);
        const end = parseLocalTime(to);
        if (!every || !start || !end) continue;
        const next = addToLocalTime(start, 1, periods[every]);
        if (next && compareLocalTimes(end, next) > 0)
          report({ window: name, every }, [...path, 'to']);
      }
    }
  },
});
