import {
  addToLocalTime,
  compareLocalTimes,
  formatLocalTime,
  parseLocalTime,
  weekdayOf,
} from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ScheduleWindow } from '../../model.ts';
import { createOverlapFinder } from './window-overlaps.ts';

function window(name: string, fields: Partial<ScheduleWindow>): ScheduleWindow {
  const times = { from: '2026-12-01T08:00', to: '2026-12-01T18:00', zone: 'UTC', min: 0 };
  return { name, path: ['pools', 'ci', 'autoscale', 'schedule', name], ...times, ...fields };
}

function overlaps(...fields: Partial<ScheduleWindow>[]): [string, string, string][] {
  const schedule = fields.map((one, index) => window('abc'[index]!, one));
  return createOverlapFinder()(schedule).map(({ winner, loser, day }) => [
    winner.name,
    loser.name,
    day,
  ]);
}

it.each<[string, Partial<ScheduleWindow>, Partial<ScheduleWindow>, [string, string, string][]]>([
  [
    'a day within a recurrence',
    { every: 'day' },
    { from: '2026-12-24T00:00', to: '2026-12-25T00:00' },
    [['a', 'b', '2026-12-24']],
  ],
  [
    'a day before a recurrence',
    { from: '2026-11-20T00:00', to: '2026-12-03T00:00' },
    { every: 'day' },
    [['a', 'b', '2026-11-20']],
  ],
  [
    'windows that touch',
    { every: 'day' },
    { from: '2026-12-01T18:00', to: '2026-12-02T08:00', every: 'day' },
    [],
  ],
  [
    'a recurrence that ended',
    { every: 'day', until: '2026-12-23T08:00' },
    { from: '2026-12-24T00:00', to: '2026-12-25T00:00' },
    [],
  ],
  ['weekdays and weekends', { every: 'weekday' }, { every: 'weekend' }, []],
  [
    'a Friday night and the weekend',
    { every: 'week', from: '2026-12-04T20:00', to: '2026-12-05T06:00' },
    { every: 'weekend', from: '2026-12-05T00:00', to: '2026-12-06T00:00' },
    [['a', 'b', '2026-12-04']],
  ],
  [
    'other days of the month',
    { every: 'month' },
    { every: 'month', from: '2026-12-02T08:00', to: '2026-12-02T09:00' },
    [],
  ],
  [
    'a day of the year on some weekday',
    { every: 'year', from: '2026-12-24T08:00', to: '2026-12-24T18:00' },
    { every: 'week', from: '2026-12-01T08:00', to: '2026-12-01T09:00' },
    [['b', 'a', '2030-12-24']],
  ],
  [
    'clocks that show different times',
    { every: 'day', zone: 'Europe/Berlin' },
    { every: 'day', from: '2026-12-01T18:00', to: '2026-12-01T19:00', zone: 'Europe/London' },
    [],
  ],
  [
    'clocks that meet in summer only',
    { every: 'day', zone: 'Europe/Berlin', to: '2026-12-01T09:00' },
    { every: 'day', from: '2026-12-01T06:00', to: '2026-12-01T07:00' },
    [['b', 'a', '2027-03-28']],
  ],
  [
    'a time that is none',
    { every: 'day' },
    { from: '2026-12-24T25:00', to: '2026-12-25T00:00' },
    [],
  ],
  [
    'a window that ends before it begins',
    { every: 'day' },
    { from: '2026-12-24T12:00', to: '2026-12-24T10:00' },
    [],
  ],
])('judges %s', (_, a, b, expected) => {
  expect(overlaps(a, b)).toEqual(expected);
});

it('gives equal starts to the first name, as the list of ARC has them', () => {
  expect(overlaps({ every: 'day' }, { every: 'week' })).toEqual([['a', 'b', '2026-12-01']]);
});

it('answers for the windows that it is given, also when it knows the schedule', () => {
  const find = createOverlapFinder();
  const schedules = ['x', 'y'].map((pool) => [
    { ...window('a', { every: 'day' }), path: [pool, 'a'] },
    { ...window('b', { every: 'week' }), path: [pool, 'b'] },
  ]);
  expect(schedules.map((one) => find(one)[0]!.loser.path)).toEqual([
    ['x', 'b'],
    ['y', 'b'],
  ]);
});

const every = fc.constantFrom<ScheduleWindow['every']>(
  undefined,
  'day',
  'weekday',
  'weekend',
  'week',
  'month',
);
const anyWindow = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 1, max: 20 }),
    every,
    last: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ day, hour, hours, every: recurrence, last }) => {
    const from = parseLocalTime(`2026-01-${pad(day)}T${pad(hour)}:00`)!;
    const to = { ...from, hour: (hour + hours) % 24 };
    const end = hour + hours < 24 ? to : addToLocalTime(to, 1, 'day')!;
    const until =
      recurrence && last !== null ? formatLocalTime(addToLocalTime(from, last, 'day')!) : undefined;
    return window('w', {
      from: formatLocalTime(from),
      to: formatLocalTime(end),
      ...(recurrence && { every: recurrence }),
      ...(until !== undefined && { until }),
    });
  });

it('finds what a list of all windows shows', () => {
  fc.assert(
    fc.property(anyWindow, anyWindow, (a, b) => {
      const meets = spans(a).some(([start, end]) =>
        spans(b).some(([from, to]) => from < end && start < to),
      );
      const schedule = [
        { ...a, name: 'a' },
        { ...b, name: 'b' },
      ];
      expect(createOverlapFinder()(schedule)).toHaveLength(meets ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});

/** Every window within 500 days of its first, in which a day of the week meets every date. */
function spans({ from, to, every: recurrence, until }: ScheduleWindow): [number, number][] {
  const epoch = parseLocalTime('1970-01-01T00:00')!;
  const first = parseLocalTime(from)!;
  const length = compareLocalTimes(parseLocalTime(to)!, first);
  const found: [number, number][] = [];
  for (let days = 0; days < (recurrence ? 500 : 1); days++) {
    const start = addToLocalTime(first, days, 'day')!;
    const weekday = weekdayOf(start);
    if (recurrence === 'week' && days % 7 !== 0) continue;
    if (recurrence === 'weekday' && weekday > 5) continue;
    if (recurrence === 'weekend' && weekday < 6) continue;
    if (recurrence === 'month' && start.day !== first.day) continue;
    if (until !== undefined && formatLocalTime(start) > until) continue;
    const at = compareLocalTimes(start, epoch);
    found.push([at, at + length]);
  }
  return found;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
