import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { outputsChecks } from './outputs-checks.ts';

const find = (...folders: readonly string[]) => {
  const entries = folders.map((dir) => `  - { target: plain, dir: ${dir} }`);
  return findInExample(outputsChecks, `outputs:\n${entries.join('\n')}`);
};

it('reports the later of two outputs in one folder, and points at the earlier', async () => {
  expect(await find('a', 'b', 'b')).toEqual([
    { code: 'FLC4851', message: 'two outputs are built into "b"', at: 'b', related: ['b'] },
  ]);
});

it.each([
  ['build', 'build/plain'],
  ['build/plain', 'build'],
  ['build', 'Build'],
  ['a/B/c', 'A/b'],
  ['caf\u00e9', 'cafe\u0301'],
])('reports that %s and %s overlap', async (first, second) => {
  const message = `the output folders "${first}" and "${second}" overlap`;
  expect(await find(first, second)).toEqual([
    { code: 'FLC4851', message, at: second, related: [first] },
  ]);
});

it('reports an output once however many it overlaps with', async () => {
  expect(await find('a/b', 'a/c', 'a')).toHaveLength(1);
});

it('has nothing against folders beside each other whose names begin alike', async () => {
  expect(await find('build', 'build-2', 'builds/a', 'builds/ab')).toEqual([]);
});
