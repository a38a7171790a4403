import { expect, it } from 'vitest';
import { sortKeys } from './key-order.ts';

it('puts leading keys first in their order, the rest by code unit', () => {
  const map = {
    'b': 0,
    '10': 0,
    '9': 0,
    'B': 0,
    'name': 0,
    'metadata': 0,
    'kind': 0,
    'apiVersion': 0,
    'é': 0,
    'a': 0,
  };
  expect(sortKeys(map)).toEqual([
    'apiVersion',
    'kind',
    'metadata',
    'name',
    '10',
    '9',
    'B',
    'a',
    'b',
    'é',
  ]);
});

it('treats keys of the prototype like any other', () => {
  const map = JSON.parse('{"toString": 1, "__proto__": 2, "constructor": 3}') as Record<
    string,
    number
  >;
  expect(sortKeys(map)).toEqual(['__proto__', 'constructor', 'toString']);
});
