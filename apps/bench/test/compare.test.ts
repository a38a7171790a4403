import { expect, it } from 'vitest';
import { type Goal, isKept } from '../src/goals.ts';
import { compareStored, toStored } from '../src/report/compare.ts';

const slower: Goal = { key: 'growth', name: 'growth', limit: 11, measured: 10, unit: 'times' };
const faster: Goal = { ...slower, key: 'peer', name: 'peer', limit: 100, isAtLeast: true };
const left: Goal = { ...slower, key: 'left', measured: undefined };

it('knows which goals are kept, from above and from below', () => {
  expect([slower, faster, left].map(isKept)).toEqual([true, false, undefined]);
  expect(isKept({ ...faster, measured: 100 })).toBe(true);
});

it('keeps ratios to compare with, and no time of one machine', () => {
  const time: Goal = { ...slower, key: 'time', unit: 'ms' };
  expect(toStored([slower, faster, left, time])).toEqual({ growth: 10, peer: 10 });
});

it('complains above a quarter, in the direction that is worse', () => {
  expect(compareStored([slower, faster, left], { growth: 8, peer: 12.5, left: 1 })).toEqual([]);
  expect(compareStored([slower, faster], { growth: 7.9, peer: 12.7 })).toEqual([
    'growth: 10.0, stored 7.9, 27 % worse',
    'peer: 10.0, stored 12.7, 27 % worse',
  ]);
  expect(compareStored([slower, faster], { growth: 100, peer: 1 })).toEqual([]);
});
