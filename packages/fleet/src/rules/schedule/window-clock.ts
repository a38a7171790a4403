import {
  addToLocalTime,
  compareLocalTimes,
  type Instant,
  isZone,
  type LocalTime,
  parseLocalTime,
  toInstant,
  utcOffset,
} from '@fleetc/notation';
import type { ScheduleWindow } from '../../model.ts';

/** A window on the clock of its zone, in milliseconds since 1970 as that clock shows them. */
export interface WindowClock {
  readonly window: ScheduleWindow;
  /** Start of the first window, the day of the week included. */
  readonly start: number;
  readonly length: number;
  /** The last moment at which a window may start; infinite for a recurrence without an end. */
  readonly lastStart: number;
  /** The moment from which ARC knows the window. */
  readonly instant: Instant;
}

export const dayMillis = 86_400_000;
const epoch = parseLocalTime('1970-01-01T00:00')!;

/** The window as numbers; `undefined` where it can never be open, which is a finding of its own. */
export function toWindowClock(window: ScheduleWindow): WindowClock | undefined {
  const from = parseLocalTime(window.from);
  const to = parseLocalTime(window.to);
  const until = window.until === undefined ? undefined : parseLocalTime(window.until);
  const isUntilBroken = window.until !== undefined && !until;
  if (!from || !to || isUntilBroken || !isZone(window.zone)) return undefined;
  const length = compareLocalTimes(to, from);
  if (length <= 0) return undefined;
  let start = clockMillis(from);
  while (!isItsWeekday(window.every, start)) start += dayMillis;
  const lastStart = window.every && until ? clockMillis(until) : Infinity;
  const instant = toInstant(localTime(start), window.zone);
  return { window, start, length, lastStart: window.every ? lastStart : start, instant };
}

/** Whether a window starts at this time, which must have the time of day of the first one. */
export function startsAt(clock: WindowClock, time: number): boolean {
  const { start, lastStart, window } = clock;
  if (time < start || time > lastStart) return false;
  if (!window.every) return time === start;
  const date = new Date(time);
  const first = new Date(start);
  switch (window.every) {
    case 'day':
    case 'weekday':
    case 'weekend':
      return isItsWeekday(window.every, time);
    case 'week':
      return date.getUTCDay() === first.getUTCDay();
    case 'month':
      return date.getUTCDate() === first.getUTCDate();
    case 'year':
      return date.getUTCDate() === first.getUTCDate() && date.getUTCMonth() === first.getUTCMonth();
  }
}

/** The times between two days at which a window may start: every day, or only those of its month or year. */
export function* timesBetween(clock: WindowClock, first: number, last: number): Generator<number> {
  const { every } = clock.window;
  if (every !== 'month' && every !== 'year') {
    const days = Math.max(0, Math.floor((first - clock.start) / dayMillis));
    for (let at = clock.start + days * dayMillis; at <= last; at += dayMillis) yield at;
    return;
  }
  const local = localTime(clock.start);
  for (let at = clock.start, count = 0; at <= last; count++) {
    const next = addToLocalTime(local, count, every);
    if (!next) continue;
    at = clockMillis(next);
    if (at >= first && at <= last) yield at;
  }
}

/** A time of one zone's clock on that of another. */
export function onOtherClock(time: number, zone: string, other: string): number {
  if (zone === other) return time;
  const instant = toInstant(localTime(time), zone);
  return (instant + utcOffset(other, instant)) * 1000;
}

function isItsWeekday(every: ScheduleWindow['every'], time: number): boolean {
  const isWeekend = new Date(time).getUTCDay() % 6 === 0;
  if (every === 'weekday') return !isWeekend;
  return every === 'weekend' ? isWeekend : true;
}

function localTime(time: number): LocalTime {
  return parseLocalTime(new Date(time).toISOString().slice(0, 19))!;
}

function clockMillis(local: LocalTime): number {
  return compareLocalTimes(local, epoch);
}
