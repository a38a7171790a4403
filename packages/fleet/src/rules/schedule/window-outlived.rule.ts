import { compareLocalTimes, parseDuration, parseLocalTime } from '@fleetc/notation';
import type { ScheduleWindow } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (to: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, labels: [ci, linux, x64], autoscale: { min: 2, max: 4, on: { webhook: { duration: 2h } }, schedule: { noon: { from: "2026-12-01T12:00", to: "2026-12-01T${to}", zone: UTC, every: day, min: 0 } } } }`,
  );

export const windowOutlived = defineCheck<{ window: string; duration: string }>({
  code: 'FLC4505',
  name: 'window-outlived',
  severity: 'warning',
  title: 'A window that lowers the minimum is shorter than a reservation',
  message: ({ window, duration }) =>
    `window "${window}" is shorter than a reservation, which may last ${duration}`,
  label: () => 'may be over before the number falls',
  why: 'a window lowers only the minimum; runners that a webhook reserved before it stay until the job is over or the reservation ends',
  fix: 'make the window longer, or the reservation shorter where jobs allow it',
  source: 'https://github.com/actions/actions-runner-controller/issues/2509',
  examples: { bad: pool('13:00'), good: pool('18:00') },
  check(fleet, report) {
    for (const { path, autoscale } of fleet.pools) {
      const duration = autoscale?.webhook?.duration;
      const seconds = duration === undefined ? undefined : parseDuration(duration);
      if (duration === undefined || seconds === undefined) continue;
      const related = [
        { path: [...path, 'autoscale', 'on', 'webhook', 'duration'], text: 'the reservation' },
      ];
      for (const entry of autoscale!.schedule) {
        const length = lengthOf(entry);
        if (length <= 0 || length >= seconds || entry.min >= autoscale!.min) continue;
        report({ window: entry.name, duration }, entry.path, { part: 'key', related });
      }
    }
  },
});

/** Seconds on the clock; 0 where a time is none, which is a finding of its own. */
function lengthOf({ from, to }: ScheduleWindow): number {
  const start = parseLocalTime(from);
  const end = parseLocalTime(to);
  return start && end ? compareLocalTimes(end, start) / 1000 : 0;
}
