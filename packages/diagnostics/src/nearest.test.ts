import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it.each([
  ['replica', ['labels', 'replicas', 'profiles'], 'replicas'],
  ['scpoe', ['scope', 'scopes'], 'scope'],
  ['Labels', ['labels'], 'labels'],
  ['ab', ['ba'], 'ba'],
  ['x', ['y'], 'y'],
  ['', ['a'], 'a'],
  ['runnerGrup', ['runnerGroup', 'runner'], 'runnerGroup'],
  ['xyz', ['abc', 'labels'], undefined],
  ['image', ['replicas'], undefined],
  ['a', [], undefined],
])('for %j among %j suggests %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

it('prefers the first of two candidates that are equally near', () => {
  expect(nearest('pool', ['pools', 'poll'])).toBe('pools');
  expect(nearest('pool', ['poll', 'pools'])).toBe('poll');
});

it('counts one swap of neighbours as one edit', () => {
  expect(nearest('abc', ['acb'])).toBe('acb');
  expect(nearest('abc', ['cba'])).toBeUndefined();
});

it('finds a word itself, and any word with one letter dropped', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{4,12}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(words, fc.nat(), (words, at) => {
      const [word] = words as [string];
      expect(nearest(word, words)).toBe(word);
      const cut = at % word.length;
      expect(nearest(word.slice(0, cut) + word.slice(cut + 1), [word])).toBe(word);
    }),
  );
});
