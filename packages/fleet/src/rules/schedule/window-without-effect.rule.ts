import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { createOverlapFinder } from './window-overlaps.ts';

const window = (min: number) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { office: { from: "2026-12-01T08:00", to: "2026-12-01T18:00", zone: UTC, every: weekday, min: ${min} } } } }`,
  );

export const windowWithoutEffect = defineCheck<{ window: string; min: number }>({
  code: 'FLC4504',
  name: 'window-without-effect',
  severity: 'info',
  title: 'A schedule window has the minimum that holds anyway',
  message: ({ window: name, min }) =>
    `window "${name}" sets the minimum to ${min}, as it is anyway`,
  label: () => 'changes nothing',
  why: 'a window changes the minimum and nothing else',
  fix: 'remove the window, or give it another minimum',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: window(1), good: window(3) },
  check(fleet, report) {
    const findOverlaps = createOverlapFinder();
    for (const { path, autoscale } of fleet.pools) {
      if (!autoscale?.schedule.some(({ min }) => min === autoscale.min)) continue;
      // Where windows meet, the ordinary minimum of one is an exception from the other.
      const meeting = new Set(
        findOverlaps(autoscale.schedule).flatMap(({ winner, loser }) => [winner, loser]),
      );
      const related = [{ path: [...path, 'autoscale', 'min'], text: 'the minimum' }];
      for (const entry of autoscale.schedule) {
        if (entry.min !== autoscale.min || meeting.has(entry)) continue;
        report({ window: entry.name, min: entry.min }, [...entry.path, 'min'], { related });
      }
    }
  },
});
