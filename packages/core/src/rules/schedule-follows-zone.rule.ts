import { defineRule } from '@fleetc/diagnostics';
import { examplePool } from './example.ts';

const autoscale = (zone: string) => `autoscale:
      min: 1
      max: 4
      on: { queued: {} }
      schedule:
        night: { from: "2026-12-01T20:00", to: "2026-12-02T06:00", zone: ${zone}, every: day, min: 0 }`;

/** What the words need. */
export interface SplitSchedule {
  readonly window: string;
  readonly zone: string;
  /** How many entries of `scheduledOverrides` it became. */
  readonly overrides: number;
  /** RFC 3339; from here on the last entry repeats with a fixed offset. */
  readonly fixedFrom?: string;
}

export const scheduleFollowsZone = defineRule<SplitSchedule>({
  code: 'FLC5101',
  name: 'schedule-follows-zone',
  severity: 'info',
  title: 'A window in local time is split so that the local time holds',
  message: ({ window, zone, overrides }) =>
    `window "${window}" becomes ${overrides} overrides, so that it follows the clock of ${zone}`,
  label: ({ overrides }) => `${overrides} overrides`,
  why: ({ fixedFrom }) =>
    'the controller repeats windows in UTC, and one rule would be off by the change of the clock' +
    (fixedFrom === undefined
      ? ''
      : `; from ${fixedFrom} on the window repeats without following it`),
  fix: ({ fixedFrom }) =>
    fixedFrom === undefined
      ? 'nothing to do; write the window in "zone: UTC" if the clock does not matter'
      : 'give the window an "until", or build again with a later "from" before then',
  source: 'https://github.com/actions/actions-runner-controller/issues/1916',
  examples: {
    bad: examplePool(autoscale('Europe/Berlin')),
    good: examplePool(autoscale('UTC')),
  },
});
