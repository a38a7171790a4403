import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (busy: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: ${busy} } } }`,
  );

/** ARC's own thresholds, which hold where the file gives none. */
const arc = { up: 0.8, down: 0.3 } as const;

export const busyThresholdsCrossed = defineCheck<{ pool: string; up: number; down: number }>({
  code: 'FLC4310',
  name: 'busy-thresholds-crossed',
  severity: 'error',
  title: 'A pool grows below the share at which it shrinks',
  message: ({ pool, up, down }) =>
    `pool "${pool}" grows at a busy share of ${up} and shrinks below ${down}`,
  label: () => 'must be below "up"',
  why: 'between the two shares the pool would grow and shrink in turn, at every sync period',
  fix: 'set "down" below "up"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: pool('{ up: 0.5, down: 0.5 }'), good: pool('{ up: 0.75, down: 0.25 }') },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale?.busy) continue;
      const { up = arc.up, down = arc.down } = autoscale.busy;
      if (down >= up)
        report({ pool: name, up, down }, [...path, 'autoscale', 'on', 'busy', 'down']);
    }
  },
});
