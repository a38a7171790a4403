import type { ScheduleWindow } from '../../model.ts';
import {
  dayMillis,
  onOtherClock,
  startsAt,
  timesBetween,
  toWindowClock,
  type WindowClock,
} from './window-clock.ts';

/** Two windows of one autoscaler that are open together. */
export interface WindowOverlap {
  /** The one that ARC follows while both are open. */
  readonly winner: ScheduleWindow;
  readonly loser: ScheduleWindow;
  /** The first day of it, `2026-12-24`, where the rarer window is. */
  readonly day: string;
}

/** How rare a recurrence is: the rarer window of a pair is walked through, and the other one looked up. */
const rarity = ['day', 'weekday', 'weekend', 'week', 'month', 'year', undefined] as const;

/**
 * How far a pair is followed. On one clock days and weeks show all that they ever will in three weeks, whatever their
 * lengths; a year shows every difference between two clocks, and six years every date on each day of the week.
 */
const horizons = { weeks: 21 * dayMillis, year: 371 * dayMillis, dates: 6 * 366 * dayMillis };

/** Finds all pairs of windows that are ever open together; schedules that were seen before, as of a profile, cost nothing. */
export function createOverlapFinder(): (schedule: readonly ScheduleWindow[]) => WindowOverlap[] {
  const known = new Map<string, IndexedOverlap[]>();
  return (schedule) => {
    const times = schedule.map(({ from, to, until, zone, every }) => [
      from,
      to,
      until,
      zone,
      every,
    ]);
    const key = JSON.stringify(times);
    let found = known.get(key);
    if (!found) known.set(key, (found = indexOverlaps(schedule)));
    return found.map(({ winner, loser, day }) => ({
      winner: schedule[winner]!,
      loser: schedule[loser]!,
      day,
    }));
  };
}

interface IndexedOverlap {
  readonly winner: number;
  readonly loser: number;
  readonly day: string;
}

function indexOverlaps(schedule: readonly ScheduleWindow[]): IndexedOverlap[] {
  const clocks = schedule.map(toWindowClock);
  return clocks.flatMap((one, i) =>
    clocks.slice(i + 1).flatMap((other, distance) => {
      const day = one && other && firstDay(one, other);
      if (day === undefined) return [];
      const j = i + 1 + distance;
      // ARC's list is in the order of starts, and of names where those are equal.
      const [winner, loser] = one!.instant <= other!.instant ? [i, j] : [j, i];
      return [{ winner, loser, day }];
    }),
  );
}

function firstDay(one: WindowClock, other: WindowClock): string | undefined {
  const [rare, frequent] = rank(one) >= rank(other) ? [one, other] : [other, one];
  const at = firstMeeting(rare, frequent);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
}

function rank({ window }: WindowClock): number {
  return rarity.indexOf(window.every);
}

/** The first start of the rare window during which the frequent one is open, on the clock of the rare one. */
function firstMeeting(rare: WindowClock, frequent: WindowClock): number | undefined {
  // On no day before it can the frequent one have been open.
  const first = Math.max(rare.start, frequent.start - rare.length - 2 * dayMillis);
  const last = Math.min(rare.lastStart, first + horizonOf(rare, frequent));
  for (const time of timesBetween(rare, first, last)) {
    if (startsAt(rare, time) && isOpenDuring(frequent, time, rare)) return time;
  }
  return undefined;
}

function horizonOf(rare: WindowClock, frequent: WindowClock): number {
  if (rank(rare) > rarity.indexOf('week')) return horizons.dates;
  return rare.window.zone === frequent.window.zone ? horizons.weeks : horizons.year;
}

function isOpenDuring(frequent: WindowClock, time: number, rare: WindowClock): boolean {
  const start = onOtherClock(time, rare.window.zone, frequent.window.zone);
  const end = start + rare.length;
  const days = Math.ceil((start - frequent.length - frequent.start) / dayMillis);
  for (let at = frequent.start + days * dayMillis; at < end; at += dayMillis) {
    if (at + frequent.length > start && startsAt(frequent, at)) return true;
  }
  return false;
}
