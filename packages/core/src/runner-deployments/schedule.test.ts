import type { ScheduleWindow } from '@fleetc/fleet';
import {
  addToLocalTime,
  compareLocalTimes,
  formatInstant,
  formatLocalTime,
  type LocalTime,
  parseInstant,
  parseLocalTime,
  toInstant,
  weekdayOf,
} from '@fleetc/notation';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandWindow, type ScheduledOverride } from './schedule.ts';

function expand(fields: Partial<ScheduleWindow>) {
  const window: ScheduleWindow = {
    name: 'night',
    path: ['pools', 'ci', 'autoscale', 'schedule', 'night'],
    from: '2026-12-01T20:00',
    to: '2026-12-02T06:00',
    zone: 'Europe/Berlin',
    min: 1,
    ...fields,
  };
  return expandWindow(window, new Map());
}

it('writes a single window in UTC', () => {
  expect(expand({})).toEqual({
    overrides: [
      { startTime: '2026-12-01T19:00:00Z', endTime: '2026-12-02T05:00:00Z', minReplicas: 1 },
    ],
    followsZone: false,
  });
});

it('needs one open-ended rule where the clock never changes', () => {
  expect(expand({ every: 'day', zone: 'Asia/Tokyo' })).toEqual({
    overrides: [
      {
        startTime: '2026-12-01T11:00:00Z',
        endTime: '2026-12-01T21:00:00Z',
        minReplicas: 1,
        recurrenceRule: { frequency: 'Daily' },
      },
    ],
    followsZone: false,
  });
});

it('ends with the last window that starts before the limit', () => {
  const { overrides } = expand({ every: 'day', zone: 'UTC', until: '2026-12-10T19:59' });
  expect(overrides[0]?.recurrenceRule).toEqual({
    frequency: 'Daily',
    untilTime: '2026-12-09T20:00:00Z',
  });
});

it('splits at each change of the clock, the night of the change by itself', () => {
  const { overrides, followsZone, fixedFrom } = expand({ every: 'day', until: '2027-10-01T00:00' });
  expect(overrides).toEqual([
    {
      startTime: '2026-12-01T19:00:00Z',
      endTime: '2026-12-02T05:00:00Z',
      minReplicas: 1,
      recurrenceRule: { frequency: 'Daily', untilTime: '2027-03-26T19:00:00Z' },
    },
    { startTime: '2027-03-27T19:00:00Z', endTime: '2027-03-28T04:00:00Z', minReplicas: 1 },
    {
      startTime: '2027-03-28T18:00:00Z',
      endTime: '2027-03-29T04:00:00Z',
      minReplicas: 1,
      recurrenceRule: { frequency: 'Daily', untilTime: '2027-09-30T18:00:00Z' },
    },
  ]);
  expect({ followsZone, fixedFrom }).toEqual({ followsZone: true, fixedFrom: undefined });
});

it('follows the clock for five years and then repeats for ever', () => {
  const { overrides, fixedFrom } = expand({ every: 'day' });
  const open = overrides.filter((o) => o.recurrenceRule && !o.recurrenceRule.untilTime);
  expect(open.map(({ startTime }) => startTime)).toEqual(['2031-10-26T19:00:00Z']);
  expect(overrides.at(-1)).toBe(open[0]);
  expect(fixedFrom).toBe('2031-10-26T19:00:00Z');
});

it('makes one weekly rule for each day of a working week', () => {
  const { overrides } = expand({
    every: 'weekday',
    zone: 'UTC',
    from: '2026-12-05T08:00',
    to: '2026-12-05T18:00',
  });
  // 5 December 2026 is a Saturday.
  expect(overrides.map(({ startTime }) => startTime.slice(0, 10))).toEqual([
    '2026-12-07',
    '2026-12-08',
    '2026-12-09',
    '2026-12-10',
    '2026-12-11',
  ]);
  expect(overrides.map(({ recurrenceRule }) => recurrenceRule)).toEqual(
    Array.from({ length: 5 }, () => ({ frequency: 'Weekly' })),
  );
});

it('writes months one by one where the date in UTC is another than on the wall', () => {
  const { overrides, followsZone } = expand({
    every: 'month',
    zone: 'Asia/Tokyo',
    from: '2026-12-01T00:30',
    to: '2026-12-01T02:00',
    until: '2027-04-30T00:00',
  });
  expect(overrides.map(({ startTime }) => startTime)).toEqual([
    '2026-11-30T15:30:00Z',
    '2026-12-31T15:30:00Z',
    '2027-02-28T15:30:00Z',
    '2027-03-31T15:30:00Z',
  ]);
  expect(overrides[0]?.recurrenceRule).toBeUndefined();
  expect(followsZone).toBe(true);
});

it('skips months that lack the day, as the controller does', () => {
  const { overrides, followsZone } = expand({
    every: 'month',
    zone: 'UTC',
    from: '2026-12-31T08:00',
    to: '2026-12-31T10:00',
  });
  expect(overrides.map(({ startTime }) => startTime)).toEqual(['2026-12-31T08:00:00Z']);
  expect(followsZone).toBe(false);
});

it('expands a window that was seen before only once', () => {
  const cache = new Map();
  const window = {
    name: 'a',
    path: [],
    from: '2026-01-01T00:00',
    to: '2026-01-01T01:00',
    zone: 'UTC',
    min: 0,
  };
  expect(expandWindow({ ...window, name: 'b' }, cache)).toBe(expandWindow(window, cache));
});

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'UTC',
  'America/Santiago',
);
const every = fc.constantFrom('day', 'weekday', 'weekend', 'week', 'month', 'year' as const);
const recurring = fc.record({
  day: fc.integer({ min: 0, max: 800 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  length: fc.integer({ min: 1, max: 1440 }),
  limit: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
  zone,
  every,
});

it('opens exactly the windows that the wall clock opens', () => {
  fc.assert(
    fc.property(recurring, ({ day, minute, length, limit, zone, every }) => {
      const from = later({ ...epoch, hour: Math.floor(minute / 60), minute: minute % 60 }, day);
      const to = plusMinutes(from, length);
      const until = limit === undefined ? undefined : later(from, limit);
      const { overrides } = expand({
        from: formatLocalTime(from),
        to: formatLocalTime(to),
        zone,
        every,
        ...(until && { until: formatLocalTime(until) }),
      });
      const end = later(from, 1300);
      const expected = onTheWall({ from, to, until, zone, every }, end);
      const horizon = formatInstant(toInstant(end, zone));
      const repeated = overrides.flatMap((override) => repeat(override, horizon));
      expect(repeated.sort()).toEqual(expected.sort());
    }),
    { numRuns: 60 },
  );
});

const epoch = parseLocalTime('2026-01-01T00:00')!;

function later(local: LocalTime, days: number): LocalTime {
  return addToLocalTime(local, days, 'day')!;
}

function plusMinutes(local: LocalTime, minutes: number): LocalTime {
  const total = local.hour * 60 + local.minute + minutes;
  const rest = { hour: Math.floor((total % 1440) / 60), minute: total % 60 };
  return { ...later(local, Math.floor(total / 1440)), ...rest };
}

/** Windows counted day by day on the wall clock, as texts. */
function onTheWall(
  w: { from: LocalTime; to: LocalTime; until: LocalTime | undefined; zone: string; every: string },
  end: LocalTime,
): string[] {
  const length = Math.round(
    compareLocalTimes({ ...w.to, hour: 0, minute: 0 }, { ...w.from, hour: 0, minute: 0 }) /
      86_400_000,
  );
  const windows: string[] = [];
  for (let day = 0; day <= 1300; day++) {
    const start = later(w.from, day);
    if (w.until && compareLocalTimes(start, w.until) > 0) break;
    if (compareLocalTimes(start, end) > 0 || !opensOn(w.every, w.from, start, day)) continue;
    const { hour, minute } = w.to;
    const stop = { ...later(start, length), hour, minute };
    windows.push(
      `${formatInstant(toInstant(start, w.zone))} ${formatInstant(toInstant(stop, w.zone))}`,
    );
  }
  return windows;
}

function opensOn(every: string, from: LocalTime, date: LocalTime, day: number): boolean {
  if (every === 'week') return day % 7 === 0;
  if (every === 'weekday') return weekdayOf(date) <= 5;
  if (every === 'weekend') return weekdayOf(date) >= 6;
  if (every === 'month') return date.day === from.day;
  if (every === 'year') return date.day === from.day && date.month === from.month;
  return true;
}

/** What the controller makes of one override, up to a time: `schedule.go` of ARC 0.27.6. */
function repeat(
  { startTime, endTime, recurrenceRule }: ScheduledOverride,
  horizon: string,
): string[] {
  const length = parseInstant(endTime)! - parseInstant(startTime)!;
  const first = parseLocalTime(startTime.slice(0, -1))!;
  const units = { Daily: 'day', Weekly: 'week', Monthly: 'month', Yearly: 'year' } as const;
  const windows: string[] = [];
  for (let count = 0; count < 1500; count++) {
    if (count > 0 && !recurrenceRule) break;
    const date = addToLocalTime(
      first,
      count,
      recurrenceRule ? units[recurrenceRule.frequency] : 'day',
    );
    if (!date) continue;
    const start = `${formatLocalTime(date)}Z`;
    if (start > horizon || start > (recurrenceRule?.untilTime ?? horizon)) break;
    windows.push(`${start} ${formatInstant(parseInstant(start)! + length)}`);
  }
  return windows;
}
