import type { ScheduleWindow } from '@fleetc/fleet';
import {
  addToLocalTime,
  type CalendarUnit,
  compareLocalTimes,
  type Instant,
  type LocalTime,
  parseLocalTime,
  toInstant,
  weekdayOf,
  type ZoneTransition,
  zoneTransitions,
} from '@fleetc/notation';

/** How often the controller can repeat a window. */
export type Frequency = 'Daily' | 'Weekly' | 'Monthly' | 'Yearly';

/** One window of a recurrence. */
export interface Occurrence {
  readonly start: Instant;
  readonly end: Instant;
}

/** The windows of one recurrence in order, as far as they were worked out. */
export interface Stream {
  readonly occurrences: readonly Occurrence[];
  /** Whether more windows follow, and until when. */
  readonly openUntil?: Instant | 'for ever';
}

type Every = NonNullable<ScheduleWindow['every']>;

/** How far changes of the clock are followed; no rule of a time zone is certain for longer. */
const horizonYears = 5;
const secondsPerDay = 86_400;

const recurrences: Readonly<
  Record<Every, { frequency: Frequency; unit: CalendarUnit; weekdays?: readonly number[] }>
> = {
  day: { frequency: 'Daily', unit: 'day' },
  weekday: { frequency: 'Weekly', unit: 'week', weekdays: [1, 2, 3, 4, 5] },
  weekend: { frequency: 'Weekly', unit: 'week', weekdays: [6, 7] },
  week: { frequency: 'Weekly', unit: 'week' },
  month: { frequency: 'Monthly', unit: 'month' },
  year: { frequency: 'Yearly', unit: 'year' },
};

/** The recurrences that a window consists of: one, or one for each day of the week that it names. */
export function occurrenceStreams(
  window: ScheduleWindow,
  every: Every,
): { frequency: Frequency; streams: Stream[] } {
  const { frequency, unit, weekdays } = recurrences[every];
  const from = parseLocalTime(window.from)!;
  const shifts = weekdays?.map((weekday) => (weekday - weekdayOf(from) + 7) % 7) ?? [0];
  const until = window.until === undefined ? undefined : parseLocalTime(window.until);
  const horizon = addToLocalTime({ ...from, day: Math.min(from.day, 28) }, horizonYears, 'year')!;
  const clock = zoneClock(window.zone, from, horizon);
  const streams = shifts.map((shift) => {
    const range = { from: shifted(from, shift), to: shifted(parseLocalTime(window.to)!, shift) };
    return stream({ ...range, until, horizon, unit, clock });
  });
  return { frequency, streams: streams.filter(({ occurrences }) => occurrences.length > 0) };
}

interface Series {
  readonly from: LocalTime;
  readonly to: LocalTime;
  readonly until: LocalTime | undefined;
  readonly horizon: LocalTime;
  readonly unit: CalendarUnit;
  readonly clock: ZoneClock;
}

function stream({ from, to, until, horizon, unit, clock }: Series): Stream {
  const isBounded = until !== undefined && compareLocalTimes(until, horizon) <= 0;
  const limit = isBounded ? until : horizon;
  const occurrences: Occurrence[] = [];
  for (let count = 0; ; count++) {
    const start = addToLocalTime(from, count, unit);
    if (!start) continue;
    if (compareLocalTimes(start, limit) > 0) break;
    const end = endOf(start, from, to);
    occurrences.push({ start: clock.toInstant(start), end: clock.toInstant(end) });
    // Days and weeks are of one length where the clock never changes: nothing more can be learnt.
    if (clock.isSteady && !isBounded && (unit === 'day' || unit === 'week')) break;
  }
  if (isBounded) return { occurrences };
  return { occurrences, openUntil: until ? clock.toInstant(until) : 'for ever' };
}

/** The end of a window that starts at `start`, as far from it on the calendar and the clock as `to` is from `from`. */
function endOf(start: LocalTime, from: LocalTime, to: LocalTime): LocalTime {
  const days = daysBetween(from, to);
  return { ...shifted(start, days), hour: to.hour, minute: to.minute, second: to.second };
}

function daysBetween(from: LocalTime, to: LocalTime): number {
  const midnight = { hour: 0, minute: 0, second: 0 };
  const millis = compareLocalTimes({ ...to, ...midnight }, { ...from, ...midnight });
  return Math.round(millis / (secondsPerDay * 1000));
}

function shifted(local: LocalTime, days: number): LocalTime {
  return addToLocalTime(local, days, 'day')!;
}

interface ZoneClock {
  readonly isSteady: boolean;
  readonly toInstant: (local: LocalTime) => Instant;
}

/** Converts many times of one zone: only those near a change of the clock need the zone's own, slow, calendar. */
function zoneClock(zone: string, from: LocalTime, to: LocalTime): ZoneClock {
  const first = toInstant(from, zone);
  const start = first - 2 * secondsPerDay;
  const end = toInstant(to, zone) + 40 * secondsPerDay;
  const transitions = zoneTransitions(zone, start, end);
  const epoch = parseLocalTime('1970-01-01T00:00')!;
  const firstOffset = compareLocalTimes(from, epoch) / 1000 - first;
  return {
    isSteady: transitions.length === 0,
    toInstant: (local) => {
      const clock = compareLocalTimes(local, epoch) / 1000;
      const offset = steadyOffset(transitions, clock, firstOffset);
      return offset === undefined || clock > end ? toInstant(local, zone) : clock - offset;
    },
  };
}

/** The offset that holds for at least two days around a clock time; `undefined` near a change. */
function steadyOffset(
  transitions: readonly ZoneTransition[],
  clock: number,
  initial: number,
): number | undefined {
  const next = transitions.findIndex(({ at }) => at > clock);
  const before = next < 0 ? transitions.at(-1) : transitions[next - 1];
  const after = next < 0 ? undefined : transitions[next];
  const isNear = [before, after].some(
    (transition) => transition && Math.abs(transition.at - clock) < 2 * secondsPerDay,
  );
  if (isNear) return undefined;
  return before?.after ?? after?.before ?? initial;
}
