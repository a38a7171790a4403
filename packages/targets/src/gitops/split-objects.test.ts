import type { ObjectItem } from '@fleetc/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createObject } from '../testing/bundle.ts';
import { splitObjects } from './split-objects.ts';

function objects(names: readonly string[], namespace = 'arc', kind = 'RunnerDeployment') {
  return names.map((name) => createObject('runners', ['v1', kind, name, namespace]));
}

function membership(items: readonly ObjectItem[], most: number): Record<string, string> {
  return Object.fromEntries(
    splitObjects(items, most).flatMap(({ suffix, items: own }) =>
      own.map(({ object }) => [`${object.kind} ${object.metadata.name}`, suffix]),
    ),
  );
}

const names = Array.from({ length: 400 }, (_, index) => `pool-${index}`);

it('keeps what is not too much together', () => {
  const items = objects(['a', 'b', 'c']);
  expect(splitObjects(items, 3)).toEqual([{ suffix: '', items }]);
  expect(splitObjects([], 3)).toEqual([]);
});

it('cuts by namespace first', () => {
  const items = [...objects(['a', 'b'], 'web'), ...objects(['a'])];
  expect(splitObjects(items, 2)).toEqual([
    { suffix: 'arc', items: objects(['a']).map(likeItem) },
    { suffix: 'web', items: objects(['a', 'b'], 'web').map(likeItem) },
  ]);
});

function likeItem({ object }: ObjectItem) {
  return expect.objectContaining({ object });
}

it('cuts a namespace that is too big, evenly', () => {
  const sizes = splitObjects(objects(names), 60).map(({ items }) => items.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(400);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(60);
  expect(Math.min(...sizes)).toBeGreaterThan(10);
});

it('keeps a pool and its autoscaler together', () => {
  const both = [...objects(names), ...objects(names, 'arc', 'HorizontalRunnerAutoscaler')];
  const splits = membership(both, 60);
  for (const name of names) {
    expect(splits[`HorizontalRunnerAutoscaler ${name}`]).toBe(splits[`RunnerDeployment ${name}`]);
  }
});

it('moves none but those of a split that grew too big, whatever comes or goes', () => {
  const property = fc.property(fc.nat(399), fc.integer({ min: 20, max: 100 }), (left, most) => {
    const before = membership(objects(names.filter((_, index) => index !== left)), most);
    const after = membership(objects(names), most);
    const moved = Object.keys(before).filter((name) => before[name] !== after[name]);
    const homes = new Set(moved.map((name) => before[name]));
    expect(homes.size).toBeLessThanOrEqual(1);
    for (const home of homes) {
      expect(Object.values(before).filter((split) => split === home)).toHaveLength(most);
    }
  });
  fc.assert(property, { seed: 1, numRuns: 100 });
});

it('stops at names that no hash tells apart', () => {
  const same = ['A', 'B', 'C'].flatMap((kind) => objects(['a'], 'arc', kind));
  expect(splitObjects(same, 2).map(({ items }) => items.length)).toEqual([3]);
});
