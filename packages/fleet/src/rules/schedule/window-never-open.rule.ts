import { compareLocalTimes, isZone, parseLocalTime } from '@fleetc/notation';
import type { ScheduleWindow } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const window = (fields: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { night: { ${fields}, min: 0 } } } }`,
  );

export const windowNeverOpen = defineCheck<{ window: string; problem: string }>({
  code: 'FLC4501',
  name: 'window-never-open',
  severity: 'error',
  title: 'A schedule window can never be open',
  message: ({ window: name, problem }) => `window "${name}" can never be open: ${problem}`,
  label: ({ problem }) => problem,
  why: 'ARC skips such a window without a word',
  fix: 'write existing local times of an IANA zone, the start before the end, and "until" after the start',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: {
    bad: window('from: "2026-12-01T20:00", to: "2026-12-01T06:00", zone: Europe/Berlin'),
    good: window('from: "2026-12-01T20:00", to: "2026-12-02T06:00", zone: Europe/Berlin'),
  },
  check(fleet, report) {
    for (const { autoscale } of fleet.pools) {
      for (const entry of autoscale?.schedule ?? []) {
        for (const [field, problem] of problems(entry)) {
          report({ window: entry.name, problem }, [...entry.path, field]);
        }
      }
    }
  },
});

function problems({ from, to, until, zone }: ScheduleWindow): [string, string][] {
  const found: [string, string][] = [];
  const times = { from, to, ...(until !== undefined && { until }) };
  for (const [field, text] of Object.entries(times)) {
    if (!parseLocalTime(text)) found.push([field, 'the calendar does not have this time']);
  }
  if (!isZone(zone)) found.push(['zone', 'the time zone does not exist']);
  if (found.length > 0) return found;
  if (isBefore(to, from)) found.push(['to', 'it does not end after its start']);
  if (until !== undefined && isBefore(until, from)) {
    found.push(['until', 'it ends before its first start']);
  }
  return found;
}

function isBefore(a: string, b: string): boolean {
  return compareLocalTimes(parseLocalTime(a)!, parseLocalTime(b)!) <= 0;
}
