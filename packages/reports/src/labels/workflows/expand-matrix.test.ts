import { expect, it } from 'vitest';
import { expandMatrix, maxCombinations } from './expand-matrix.ts';
import { type Located, locateJson, toText } from './located.ts';

const span = { file: 'ci.yml', start: 0, end: 1 };

/** Combinations as `key=value` in one line each; `?` for what is not known, and `maybe` for what may be left out. */
function expand(matrix: unknown): string[] | undefined {
  return expandMatrix(locateJson(matrix, span))?.map(({ combination, mayBeExcluded }) => {
    const words = [...(combination ?? [['all', undefined]])].map(
      ([key, value]) => `${key as string}=${value ? toText(value as Located) : '?'}`,
    );
    return [...words, ...(mayBeExcluded ? ['maybe'] : [])].join(' ');
  });
}

it('multiplies axes in the order of the file', () => {
  expect(expand({ os: ['a', 'b'], node: [18, 20] })).toEqual([
    'os=a node=18',
    'os=a node=20',
    'os=b node=18',
    'os=b node=20',
  ]);
});

it('adds what "include" says as in the example of the documentation', () => {
  expect(
    expand({
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    }),
  ).toEqual([
    'fruit=apple animal=cat color=pink shape=circle',
    'fruit=apple animal=dog color=green shape=circle',
    'fruit=pear animal=cat color=pink',
    'fruit=pear animal=dog color=green',
    'fruit=banana',
    'fruit=banana animal=cat',
  ]);
});

it('leaves out what "exclude" names, in part or whole, as in the example of the documentation', () => {
  const jobs = expand({
    os: ['macos-latest', 'windows-latest'],
    version: [12, 14, 16],
    environment: ['staging', 'production'],
    exclude: [
      { os: 'macos-latest', version: '12', environment: 'production' },
      { os: 'windows-latest', version: 16 },
    ],
  });
  expect(jobs).toHaveLength(9);
  expect(jobs).not.toContain('os=macos-latest version=12 environment=production');
  expect(jobs!.filter((job) => job.startsWith('os=windows-latest version=16'))).toEqual([]);
});

it.each<[string, unknown, string[]]>([
  ['entries alone', { include: [{ os: 'a' }, { os: 'b' }] }, ['os=a', 'os=b']],
  [
    'an entry that brings back',
    { os: ['a'], exclude: [{ os: 'a' }], include: [{ os: 'a' }] },
    ['os=a'],
  ],
  ['an exclude of no axis', { os: ['a'], exclude: [{ arch: 'x' }] }, ['os=a']],
  ['an empty axis', { os: [] }, []],
  ['keys in any case', { OS: ['a'], include: [{ os: 'a', X: 1 }] }, ['os=a x=1']],
  ['an axis that is not known', { os: '${{ inputs.os }}', n: [1, 2] }, ['os=? n=1', 'os=? n=2']],
  ['an axis of literal JSON', { os: '${{ fromJSON(\'["a","b"]\') }}' }, ['os=a', 'os=b']],
  ['a value that is not known', { os: ['a', '${{ vars.os }}'] }, ['os=a', 'os=?']],
  ['all of it', '${{ fromJSON(needs.a.outputs.m) }}', ['all=?']],
  ['an include that is not known', { os: ['a'], include: '${{ inputs.x }}' }, ['os=a', 'all=?']],
  ['an exclude that is not known', { os: ['a'], exclude: '${{ inputs.x }}' }, ['os=a maybe']],
  [
    'an exclude that is not known in part',
    { os: ['a', 'b'], exclude: [{ os: '${{ inputs.x }}' }, { os: 'b' }] },
    ['os=a maybe'],
  ],
  ['what is no matrix', ['a'], ['all=?']],
  ['nothing', null, ['all=?']],
])('expands %s', (_, matrix, expected) => {
  expect(expand(matrix)).toEqual(expected);
});

function axis(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

it('gives up above what GitHub accepts, however large', () => {
  expect(expand({ a: axis(16), b: axis(16) })).toHaveLength(maxCombinations);
  expect(expand({ a: axis(16), b: axis(16), include: [{ a: 99 }] })).toBeUndefined();
  const many = Object.fromEntries(axis(50).map((index) => [`k${index}`, axis(50)]));
  expect(expand(many)).toBeUndefined();
});
