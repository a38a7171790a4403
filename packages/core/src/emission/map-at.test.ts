import { expect, it } from 'vitest';
import { mapAt } from './map-at.ts';

it('replaces at every item and shares what it does not touch', () => {
  const value = { list: [{ a: 1, b: 2 }, { b: 3 }], other: {} };
  const result = mapAt(value, ['list', '*', 'a'], () => 9) as typeof value;
  expect(result).toEqual({ list: [{ a: 9, b: 2 }, { b: 3 }], other: {} });
  expect(result.other).toBe(value.other);
  expect(result.list[1]).toBe(value.list[1]);
  expect(value.list[0]!.a).toBe(1);
});

it('gives the same value back when nothing changes', () => {
  const value = { list: [{ a: 1 }] };
  expect(mapAt(value, ['list', '*', 'a'], (a) => a)).toBe(value);
  expect(mapAt(value, ['missing', 'a'], () => 2)).toBe(value);
  expect(mapAt(value, ['list', 'a'], () => 2)).toBe(value);
});
