import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLocalTime, parseLocalTime } from './local-time.ts';
import {
  formatInstant,
  isZone,
  parseInstant,
  toInstant,
  utcOffset,
  zoneTransitions,
} from './zoned-time.ts';

const hour = 3600;
const instant = (text: string): number => parseInstant(text)!;

it.each([
  'Europe/Berlin',
  'America/Argentina/Buenos_Aires',
  'Asia/Kolkata',
  'Asia/Calcutta',
  'UTC',
  'EST',
  'Etc/GMT+5',
])('knows the zone %s', (zone) => expect(isZone(zone)).toBe(true));

it.each([
  '',
  'Berlin',
  'Europe/Berln',
  '+02:00',
  'GMT+2',
  'PST',
  'IST',
  'local',
  'SystemV/PST8PDT',
  'Europe/Berlin ',
])('does not take %j for a zone', (zone) => expect(isZone(zone)).toBe(false));

it('throws for a zone that does not exist', () => {
  expect(() => utcOffset('PST', 0)).toThrow(new RangeError('"PST" is not a time zone'));
});

it.each([
  ['UTC', '2026-07-01T00:00:00Z', 0],
  ['Europe/Berlin', '2026-12-01T00:00:00Z', hour],
  ['Europe/Berlin', '2026-07-01T00:00:00Z', 2 * hour],
  ['America/New_York', '2026-12-01T00:00:00Z', -5 * hour],
  ['Asia/Kolkata', '2026-12-01T00:00:00Z', 5.5 * hour],
  ['Pacific/Chatham', '2026-12-01T00:00:00Z', 13.75 * hour],
  ['Africa/Monrovia', '1971-01-01T00:00:00Z', -2670],
])('gives %s at %s the offset %i', (zone, at, offset) => {
  expect(utcOffset(zone, instant(at))).toBe(offset);
});

it.each([
  ['plain time', 'Europe/Berlin', '2026-12-01T20:00', '2026-12-01T19:00:00Z'],
  ['summer time', 'Europe/Berlin', '2026-07-01T20:00', '2026-07-01T18:00:00Z'],
  ['last second before the gap', 'Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
  ['time in the gap', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
  ['first time after the gap', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
  ['time shown twice', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ['first time after the repeat', 'Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
  ['western gap', 'America/New_York', '2026-03-08T02:15', '2026-03-08T07:15:00Z'],
  ['western repeat', 'America/New_York', '2026-11-01T01:15', '2026-11-01T05:15:00Z'],
  ['half-hour gap', 'Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40:00Z'],
  ['day left out', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00Z'],
  ['UTC', 'UTC', '2026-12-01T20:00', '2026-12-01T20:00:00Z'],
])('finds the instant of a %s (%s %s)', (_, zone, local, expected) => {
  expect(formatInstant(toInstant(parseLocalTime(local)!, zone))).toBe(expected);
});

it('lists the offset changes of a span of time', () => {
  const list = zoneTransitions(
    'Europe/Berlin',
    instant('2026-01-01T00:00:00Z'),
    instant('2027-04-01T00:00:00Z'),
  );
  expect(
    list.map(({ at, before, after }) => [formatInstant(at), before / hour, after / hour]),
  ).toEqual([
    ['2026-03-29T01:00:00Z', 1, 2],
    ['2026-10-25T01:00:00Z', 2, 1],
    ['2027-03-28T01:00:00Z', 1, 2],
  ]);
});

it('excludes a change at the start of the span and includes one at its end', () => {
  const change = instant('2026-03-29T01:00:00Z');
  expect(zoneTransitions('Europe/Berlin', change, change + 60)).toEqual([]);
  expect(zoneTransitions('Europe/Berlin', change - 60, change)).toEqual([
    { at: change, before: hour, after: 2 * hour },
  ]);
  expect(zoneTransitions('Europe/Berlin', change - 120, change - 60)).toEqual([]);
});

it('finds both changes of the shortest summer time known', () => {
  const list = zoneTransitions(
    'America/Boa_Vista',
    instant('2000-10-08T03:30:00Z'),
    instant('2000-11-01T00:00:00Z'),
  );
  expect(list.map(({ at }) => formatInstant(at))).toEqual([
    '2000-10-08T04:00:00Z',
    '2000-10-15T03:00:00Z',
  ]);
});

it.each([
  ['2026-12-01T20:00:00Z', '2026-12-01T20:00:00Z'],
  ['2026-12-01T20:00:00+01:00', '2026-12-01T19:00:00Z'],
  ['2026-12-01T20:00:00-05:30', '2026-12-02T01:30:00Z'],
  ['2026-12-01T20:00:00.123456Z', '2026-12-01T20:00:00Z'],
])('reads the instant %s', (text, printed) => {
  expect(formatInstant(instant(text))).toBe(printed);
});

it.each([
  '2026-12-01T20:00:00',
  '2026-12-01',
  '2026-12-01T20:00Z',
  '2026-02-30T20:00:00Z',
  '2026-12-01T20:00:00+24:00',
])('refuses the instant %j', (text) => expect(parseInstant(text)).toBeUndefined());

const anyZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'UTC',
);
const anyInstant = fc.integer({
  min: instant('1972-01-01T00:00:00Z'),
  max: instant('2060-01-01T00:00:00Z'),
});

it('gives back the instant of a clock reading, or the hour before it where the clock repeats', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, at) => {
      const shown = formatInstant(at + utcOffset(zone, at)).slice(0, 19);
      const found = toInstant(parseLocalTime(shown)!, zone);
      expect(formatInstant(found + utcOffset(zone, found)).slice(0, 19)).toBe(shown);
      expect(found).toBeLessThanOrEqual(at);
      expect(formatLocalTime(parseLocalTime(shown)!)).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

it('lists changes that the offset confirms a minute before and at the change', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, from) => {
      for (const { at, before, after } of zoneTransitions(zone, from, from + 400 * 86_400)) {
        expect(utcOffset(zone, at - 60)).toBe(before);
        expect(utcOffset(zone, at)).toBe(after);
      }
    }),
    { numRuns: 20 },
  );
});
