import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addToLocalTime,
  type CalendarUnit,
  compareLocalTimes,
  formatLocalTime,
  type LocalTime,
  parseLocalTime,
  weekdayOf,
} from './local-time.ts';

const local = (text: string): LocalTime => parseLocalTime(text)!;

it.each([
  ['2026-12-01T20:00', '2026-12-01T20:00:00'],
  ['2026-12-01T20:00:59', '2026-12-01T20:00:59'],
  ['2028-02-29T00:00', '2028-02-29T00:00:00'],
  ['1970-01-01T00:00', '1970-01-01T00:00:00'],
  ['9999-12-31T23:59:59', '9999-12-31T23:59:59'],
])('reads %j', (text, printed) => {
  expect(formatLocalTime(local(text))).toBe(printed);
});

it.each([
  '',
  '2026-12-01',
  '2026-12-01 20:00',
  '2026-12-01T20',
  '2026-12-1T20:00',
  '2026-12-01T24:00',
  '2026-12-01T20:60',
  '2026-12-01T20:00:60',
  '2026-02-29T00:00',
  '2026-13-01T00:00',
  '2026-00-01T00:00',
  '2026-04-31T00:00',
  '1969-12-31T00:00',
  '0026-12-01T20:00',
  '2026-12-01T20:00Z',
  '2026-12-01T20:00:00.5',
])('refuses %j', (text) => {
  expect(parseLocalTime(text)).toBeUndefined();
});

it.each<[string, number, CalendarUnit, string | undefined]>([
  ['2026-12-31T20:00', 1, 'day', '2027-01-01T20:00:00'],
  ['2026-03-01T20:00', -1, 'day', '2026-02-28T20:00:00'],
  ['2026-12-31T20:00', 2, 'week', '2027-01-14T20:00:00'],
  ['2026-12-31T20:00', 1, 'month', '2027-01-31T20:00:00'],
  ['2027-01-31T20:00', 1, 'month', undefined],
  ['2027-01-31T20:00', 2, 'month', '2027-03-31T20:00:00'],
  ['2027-01-15T20:00', -1, 'month', '2026-12-15T20:00:00'],
  ['2027-01-15T20:00', -13, 'month', '2025-12-15T20:00:00'],
  ['2028-02-29T20:00', 1, 'year', undefined],
  ['2028-02-29T20:00', 4, 'year', '2032-02-29T20:00:00'],
  ['2026-07-01T20:00', -1, 'year', '2025-07-01T20:00:00'],
])('from %s %i %s leads to %s', (from, count, unit, expected) => {
  const reached = addToLocalTime(local(from), count, unit);
  expect(reached && formatLocalTime(reached)).toBe(expected);
});

it('counts weekdays from Monday', () => {
  const week = [
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ];
  expect(week.map((date) => weekdayOf(local(`${date}T12:00`)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

const anyLocal = fc
  .date({
    min: new Date('1971-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => local(date.toISOString().slice(0, 19)));

it('sorts as its printed form does', () => {
  fc.assert(
    fc.property(anyLocal, anyLocal, (a, b) => {
      const left = formatLocalTime(a);
      const right = formatLocalTime(b);
      const order = left < right ? -1 : Number(left > right);
      expect(Math.sign(compareLocalTimes(a, b))).toBe(order);
    }),
  );
});

it('goes a way forth and back to where it started', () => {
  const unit = fc.constantFrom<CalendarUnit>('day', 'week', 'month', 'year');
  fc.assert(
    fc.property(anyLocal, fc.integer({ min: -200, max: 200 }), unit, (from, count, unit) => {
      const reached = addToLocalTime(from, count, unit);
      if (reached) expect(addToLocalTime(reached, -count, unit)).toEqual(from);
      if (unit === 'week') expect(weekdayOf(reached!)).toBe(weekdayOf(from));
    }),
  );
});
