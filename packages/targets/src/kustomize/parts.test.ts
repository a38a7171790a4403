import type { ObjectItem } from '@fleetc/core';
import { expect, it } from 'vitest';
import { bareBundle, createObject, wholeBundle } from '../testing/bundle.ts';
import { cutParts } from './parts.ts';

const arc = 'actions.summerwind.dev/v1alpha1';

function pools(count: number): ObjectItem[] {
  return Array.from({ length: count }, (_, index) => `pool-${index}`).flatMap((name) => [
    createObject('runners', [arc, 'RunnerDeployment', name, 'arc']),
    createObject('autoscalers', [arc, 'HorizontalRunnerAutoscaler', name, 'arc']),
  ]);
}

function cut(count: number, most: number): Map<string, string[]> {
  const bundle = { ...wholeBundle, items: [...wholeBundle.items, ...pools(count)] };
  const parts = cutParts([bundle], most);
  return new Map(
    parts.map(({ name, members }) => [
      name,
      members[0]!.objects.map(({ metadata }) => metadata.name),
    ]),
  );
}

function placeOf(parts: ReadonlyMap<string, readonly string[]>, name: string): string {
  return [...parts].find(([, names]) => names.includes(name))![0];
}

it('does not cut what is small', () => {
  expect([...cut(10, 100).keys()]).toEqual(['']);
});

it('lets no part grow too big, and loses nothing', () => {
  const parts = cut(300, 50);
  expect(Math.max(...[...parts.values()].map((names) => names.length))).toBeLessThanOrEqual(50);
  const total = [...parts.values()].flat();
  expect(total).toHaveLength(
    600 + wholeBundle.items.filter(({ type }) => type === 'object').length,
  );
  expect([...parts.keys()][0]).toBe('cluster');
});

it('keeps a pool and its autoscaler together', () => {
  for (const names of cut(300, 50).values()) {
    const own = names.filter((name) => name.startsWith('pool-'));
    expect(own).toHaveLength(2 * new Set(own).size);
  }
});

it('moves no pool when another is added, unless its part gets too big', () => {
  const [before, after] = [cut(300, 50), cut(301, 50)];
  const moved = pools(300).filter(({ object: { metadata } }) => {
    return placeOf(before, metadata.name) !== placeOf(after, metadata.name);
  });
  const cutAnew = [...before.keys()].filter((name) => !after.has(name));
  expect(cutAnew.length).toBeLessThanOrEqual(1);
  expect(moved.length).toBeLessThanOrEqual(cutAnew.length * 50);
});

it('cuts every environment in the same way, whatever each of them has', () => {
  const all = pools(60);
  const some = all.slice(0, 20);
  const parts = cutParts(
    [
      { ...bareBundle, environment: 'a', items: all },
      { ...bareBundle, environment: 'b', items: some },
    ],
    50,
  );
  for (const { members } of parts) {
    const [a, b] = members.map(({ objects }) => objects.map(({ metadata }) => metadata.name));
    expect(a).toEqual(expect.arrayContaining(b!));
  }
  expect(parts.length).toBeGreaterThan(1);
});
