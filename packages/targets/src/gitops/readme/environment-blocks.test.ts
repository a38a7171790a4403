import { expect, it } from 'vitest';
import { environmentBlocks } from './environment-blocks.ts';

it('gives each environment with commands a block under its name', () => {
  const sets = [
    ['a', ['one', 'two']],
    ['b', []],
    ['c', ['three']],
  ] as const;
  expect(environmentBlocks(sets, { hasEnvironments: true })).toBe(
    'Environment `a`:\n\n```sh\none\ntwo\n```\n\nEnvironment `c`:\n\n```sh\nthree\n```',
  );
});

it('names no environment where there are none', () => {
  expect(environmentBlocks([['default', ['one']]], { hasEnvironments: false })).toBe(
    '```sh\none\n```',
  );
  expect(environmentBlocks([['default', []]], { hasEnvironments: false })).toBe('');
});
