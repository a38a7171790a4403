/** A date and time as a wall clock shows them, without a zone. Months and days count from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

const millisPerDay = 86_400_000;

/**
 * Reads `2026-12-01T20:00`, with seconds or without, or gives `undefined`; a day that the calendar does not have
 * (`2026-02-30`) and years before 1970 are refused.
 */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/.exec(
    text,
  );
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const local = { year, month, day, hour, minute, second } as LocalTime;
  // A part out of range carries into the next one, so that the round trip changes it.
  const isReal = formatLocalTime(fromClockMillis(clockMillis(local))) === formatLocalTime(local);
  return isReal && local.year >= 1970 ? local : undefined;
}

/** Prints `2026-12-01T20:00:00`, always with seconds; the texts sort as the times do. */
export function formatLocalTime({ year, month, day, hour, minute, second }: LocalTime): string {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** Negative, zero or positive. */
export function compareLocalTimes(a: LocalTime, b: LocalTime): number {
  return clockMillis(a) - clockMillis(b);
}

/**
 * The same time of day `count` units later, or earlier when `count` is negative.
 *
 * `undefined` when the month or year reached lacks the day (31 April, 29 February): recurrences skip it, as RFC 5545
 * and with it the controller do, instead of sliding to another day.
 */
export function addToLocalTime(
  local: LocalTime,
  count: number,
  unit: CalendarUnit,
): LocalTime | undefined {
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? 7 * count : count;
    return fromClockMillis(clockMillis(local) + days * millisPerDay);
  }
  const months = local.year * 12 + (local.month - 1) + (unit === 'year' ? 12 * count : count);
  const target = {
    ...local,
    year: Math.floor(months / 12),
    month: (((months % 12) + 12) % 12) + 1,
  };
  return fromClockMillis(clockMillis(target)).day === local.day ? target : undefined;
}

/** Day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export function weekdayOf(local: LocalTime): number {
  return new Date(clockMillis(local)).getUTCDay() || 7;
}

/**
 * Milliseconds since 1970 as if the wall clock showed UTC.
 *
 * @internal
 */
export function clockMillis({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function fromClockMillis(millis: number): LocalTime {
  const date = new Date(millis);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
