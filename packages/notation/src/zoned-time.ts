import { clockMillis, type LocalTime, parseLocalTime } from './local-time.ts';

/** A point in time: whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** One change of a zone's clock. */
export interface ZoneTransition {
  /** The first minute with the new offset. */
  readonly at: Instant;
  /** UTC offsets in seconds, east positive. */
  readonly before: number;
  readonly after: number;
}

const secondsPerDay = 86_400;
// Among ICU's names without a region these are IANA's; the others (`IST`, `PST`, `ECT`) mean different places to
// different people, and the time zone database has none of them.
const bareAbbreviations = new Set([
  'UTC',
  'GMT',
  'UCT',
  'EST',
  'MST',
  'HST',
  'CET',
  'MET',
  'EET',
  'WET',
  'PRC',
  'ROC',
  'ROK',
]);
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Whether `zone` is a name of the IANA time zone database, such as `Europe/Berlin`; `UTC` and `EST` are, `PST` is not. */
export function isZone(zone: string): boolean {
  return zoneFormat(zone) !== undefined;
}

/** Seconds by which the zone's clock is ahead of UTC at an instant; throws a `RangeError` where `isZone` is false. */
export function utcOffset(zone: string, instant: Instant): number {
  const format = zoneFormat(zone);
  if (!format) throw new RangeError(`"${zone}" is not a time zone`);
  const text = format.format(instant * 1000);
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (!sign) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return sign === '-' && size > 0 ? -size : size;
}

/**
 * The instant at which the zone's clock shows `local`.
 *
 * A time that a change to summer time leaves out moves forward by the gap (02:30 becomes 03:30); of a time that the
 * clock shows twice the earlier one is meant.
 */
export function toInstant(local: LocalTime, zone: string): Instant {
  const asUtc = clockMillis(local) / 1000;
  // No offset reaches a day, so the offsets a day before and after are the ones before and after a near transition.
  const before = utcOffset(zone, asUtc - secondsPerDay);
  const after = utcOffset(zone, asUtc + secondsPerDay);
  const matches = [asUtc - before, asUtc - after].filter(
    (at) => at + utcOffset(zone, at) === asUtc,
  );
  return matches.length > 0 ? Math.min(...matches) : asUtc - before;
}

/** The changes of the zone's offset after `from` and up to `to`, in order, each exact to the minute. */
export function zoneTransitions(zone: string, from: Instant, to: Instant): ZoneTransition[] {
  const transitions: ZoneTransition[] = [];
  let start = from;
  let before = utcOffset(zone, start);
  while (start < to) {
    // The shortest time between two changes since 1970 is just under a week (America/Boa_Vista, October 2000).
    const end = Math.min(start + 3 * secondsPerDay, to);
    const after = utcOffset(zone, end);
    if (after !== before) transitions.push({ at: firstMinute(zone, start, end), before, after });
    start = end;
    before = after;
  }
  return transitions;
}

/** Prints RFC 3339 in UTC, `2026-12-01T19:00:00Z`: the form in which the API server gives times back. */
export function formatInstant(instant: Instant): string {
  return new Date(instant * 1000).toISOString().replace('.000Z', 'Z');
}

/** Reads RFC 3339 (`2026-12-01T20:00:00+01:00`), or gives `undefined`; a fraction of a second is dropped. */
export function parseInstant(text: string): Instant | undefined {
  const [, clock, sign, hours, minutes] =
    /^(.{10}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))$/.exec(
      text,
    ) ?? [];
  const local = clock === undefined ? undefined : parseLocalTime(clock);
  if (!local) return undefined;
  const offset = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return clockMillis(local) / 1000 + (sign === '-' ? offset : -offset);
}

/** Binary search between an instant with the old offset and a later one with the new. */
function firstMinute(zone: string, start: Instant, end: Instant): Instant {
  const before = utcOffset(zone, start);
  let low = Math.floor(start / 60);
  let high = Math.ceil(end / 60);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (utcOffset(zone, middle * 60) === before) low = middle;
    else high = middle;
  }
  return high * 60;
}

function zoneFormat(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, createZoneFormat(zone));
  return formats.get(zone);
}

function createZoneFormat(zone: string): Intl.DateTimeFormat | undefined {
  const upper = zone.toUpperCase();
  const isForeign = /^[A-Z]{3}$/.test(upper) && !bareAbbreviations.has(upper);
  // Newer engines read offsets such as `+02:00` as zones too; older ones do not, and they are not in the database.
  if (isForeign || !/^[A-Z]/.test(upper) || upper.startsWith('SYSTEMV/')) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}
