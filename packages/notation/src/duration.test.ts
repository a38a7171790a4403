import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDuration, isDuration, parseDuration } from './duration.ts';

it.each([
  ['10m', 600, '10m0s'],
  ['1h30m', 5400, '1h30m0s'],
  ['1.5h', 5400, '1h30m0s'],
  ['300ms', 0.3, '300ms'],
  ['0', 0, '0s'],
  ['0s', 0, '0s'],
  ['-0s', 0, '0s'],
  ['1s', 1, '1s'],
  ['1500ms', 1.5, '1.5s'],
  ['100h', 360_000, '100h0m0s'],
  ['1h1ms', 3600.001, '1h0m0.001s'],
  ['.5s', 0.5, '500ms'],
  ['2.s', 2, '2s'],
  ['-1m30s', -90, '-1m30s'],
  ['+5s', 5, '5s'],
  ['7us', 0.000007, '7\u00b5s'],
  ['7\u00b5s', 0.000007, '7\u00b5s'],
  ['7\u03bcs', 0.000007, '7\u00b5s'],
  ['1.5us', 0.0000015, '1.5\u00b5s'],
  ['9ns', 0.000000009, '9ns'],
  ['1m1m', 120, '2m0s'],
  ['2562047h47m16s', 9_223_372_036, '2562047h47m16s'],
])('reads %j as %d seconds and prints %j', (text, seconds, printed) => {
  expect(parseDuration(text)).toBe(seconds);
  expect(formatDuration(seconds)).toBe(printed);
  expect(isDuration(text)).toBe(true);
});

it.each([
  '',
  '10',
  '1d',
  '1w',
  'PT30M',
  '1h 30m',
  ' 1h',
  '1H',
  'h',
  '.s',
  '1.2.3s',
  '-',
  '1e3s',
  '1,5h',
  '00',
  '10min',
  '2562048h',
])('refuses %j', (text) => {
  expect(parseDuration(text)).toBeUndefined();
  expect(isDuration(text)).toBe(false);
});

it('reads back what it prints, to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9e12, max: 9e12 }), (millis) => {
      const seconds = parseDuration(formatDuration(millis / 1000));
      expect(Math.round(seconds! * 1000)).toBe(millis === 0 ? 0 : millis);
    }),
  );
});

it('adds up parts in any order', () => {
  const count = fc.nat(1000);
  fc.assert(
    fc.property(count, count, count, (hours, minutes, seconds) => {
      const sum = hours * 3600 + minutes * 60 + seconds;
      expect(parseDuration(`${hours}h${minutes}m${seconds}s`)).toBe(sum);
      expect(parseDuration(`${seconds}s${hours}h${minutes}m`)).toBe(sum);
    }),
  );
});
