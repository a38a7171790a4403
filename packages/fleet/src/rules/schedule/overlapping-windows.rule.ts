import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { createOverlapFinder } from './window-overlaps.ts';

const office = 'from: "2026-12-01T08:00", to: "2026-12-01T18:00", zone: UTC, every: day, min: 3';
const holiday = 'from: "2026-12-24T00:00", to: "2026-12-27T00:00", zone: UTC, min: 0';
const schedule = (until: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { office: { ${office}${until} }, holiday: { ${holiday} } } } }`,
  );

export const overlappingWindows = defineCheck<{ winner: string; loser: string; day: string }>({
  code: 'FLC4503',
  name: 'overlapping-windows',
  severity: 'warning',
  title: 'Two schedule windows are open together and want different minimums',
  message: ({ winner, loser, day }) =>
    `window "${loser}" is open together with "${winner}", first on ${day}`,
  label: () => 'not followed then',
  why: 'ARC follows the open window whose recurrence started first, however special a later one is; a recurrence that is split at changes of the clock starts anew at each',
  fix: ({ winner, loser }) =>
    `end "${winner}" by "until" where "${loser}" begins, and go on with a second window after it`,
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: schedule(''), good: schedule(', until: "2026-12-23T08:00"') },
  check(fleet, report) {
    const findOverlaps = createOverlapFinder();
    for (const { autoscale } of fleet.pools) {
      for (const { winner, loser, day } of findOverlaps(autoscale?.schedule ?? [])) {
        // A single window that comes before a recurrence wins, as anybody expects of an exception.
        const isException = winner.every === undefined && loser.every !== undefined;
        if (winner.min === loser.min || isException) continue;
        const related = [{ path: winner.path, text: 'this one is followed' }];
        const params = { winner: winner.name, loser: loser.name, day };
        report(params, loser.path, { part: 'key', related });
      }
    }
  },
});
