import { formatYaml } from '@fleetc/kubernetes';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareValues } from '../src/compare/compare-values.ts';
import { shortenBoth, showValue } from '../src/compare/show-value.ts';
import { formatSteps } from '../src/compare/step.ts';

function places(before: unknown, after: unknown): string[] {
  return compareValues(before, after).map(
    ({ path, before: old, after: young, isOrder }) =>
      `${formatSteps(path)}: ${isOrder ? 'order' : `${showValue(old)} -> ${showValue(young)}`}`,
  );
}

function list(a: number, b: number): object[] {
  return [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ];
}

it('matches items of a list by their names, wherever they stand', () => {
  expect(places({ env: list(1, 2) }, { env: list(1, 3).reverse() })).toEqual([
    'env[b].value: 2 -> 3',
    'env: order',
  ]);
  expect(places({ env: list(1, 2) }, { env: [list(1, 2)[1]] })).toEqual([
    'env[a]: {"name":"a","value":1} -> nothing',
  ]);
  expect(places([{ metadata: { name: 'x' }, a: 1 }], [{ metadata: { name: 'x' }, a: 2 }])).toEqual([
    '[x].a: 1 -> 2',
  ]);
});

it('matches other items by what they are', () => {
  const [a, b, c] = [{ k: 1 }, { k: 2 }, { k: 3, l: 1 }];
  expect(places([a, b, c], [b, c])).toEqual(['[0]: {"k":1} -> nothing']);
  expect(places([b, c], [a, b, c])).toEqual(['[0]: nothing -> {"k":1}']);
  expect(places([a, c], [a, { k: 3, l: 2 }])).toEqual(['[1].l: 1 -> 2']);
  expect(places([a, b], [b, a])).toEqual([': order']);
  expect(places([a, a, b], [a, b])).toEqual(['[1]: {"k":1} -> nothing']);
});

it('tells lists of words as a whole', () => {
  expect(places({ labels: ['a', 'b'] }, { labels: ['a', 'c'] })).toEqual([
    'labels: ["a","b"] -> ["a","c"]',
  ]);
  expect(places({ labels: ['a', 'b'] }, { labels: ['b', 'a'] })).toEqual(['labels: order']);
  expect(places(['1'], [1])).toEqual([': ["1"] -> [1]']);
});

it('writes a path as people do', () => {
  expect(formatSteps(['spec', 'a.b', 0, { name: 'x' }, 'c'])).toBe('spec["a.b"][0][x].c');
});

it('keeps in sight what two long texts differ in', () => {
  const [before, after] = shortenBoth(`${'a'.repeat(100)}1`, `${'a'.repeat(100)}2`, 20);
  expect([before, after]).toEqual(['…aaaaa1', '…aaaaa2']);
  expect(shortenBoth('b'.repeat(30), 'c', 20)).toEqual([`${'b'.repeat(19)}…`, 'c']);
});

const json = fc.jsonValue({ maxDepth: 4 });

it('finds no difference exactly in equal values', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(compareValues(before, structuredClone(before))).toEqual([]);
      expect(compareValues(before, after).length === 0).toBe(
        formatYaml(before) === formatYaml(after),
      );
    }),
    { numRuns: 2000 },
  );
});

const lists = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>(1, 'a', null),
    fc.record({ name: fc.constantFrom('x', 'y'), v: fc.nat(2) }),
    fc.record({ v: fc.nat(2) }),
  ),
  { maxLength: 4 },
);

it('finds no difference exactly in equal lists', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const isEqual = JSON.stringify(before) === JSON.stringify(after);
      expect(compareValues(before, after).length === 0).toBe(isEqual);
    }),
    { numRuns: 3000 },
  );
});
