import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineIndex, createLineIndexes } from './line-index.ts';

it.each([
  ['a\nbc', 0, 1, 1],
  ['a\nbc', 1, 1, 2],
  ['a\nbc', 2, 2, 1],
  ['a\nbc', 4, 2, 3],
  ['a\nbc', 99, 2, 3],
  ['a\nbc', -1, 1, 1],
  ['', 0, 1, 1],
  ['a\n', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\r\nb', 2, 1, 3],
  ['a\rb', 2, 2, 1],
  ['😀x', 2, 1, 3],
])('finds in %j the offset %i at %i:%i', (text, offset, line, column) => {
  expect(createLineIndex(text).position(offset)).toEqual({ line, column });
});

it('gives each line without its end', () => {
  const index = createLineIndex('one\r\ntwo\n\rfour');
  expect([1, 2, 3, 4, 5].map((line) => index.lineText(line))).toEqual([
    'one',
    'two',
    '',
    'four',
    '',
  ]);
  expect(index.lineCount).toBe(4);
  expect([1, 2, 3, 4, 5].map((line) => index.lineStart(line))).toEqual([0, 5, 9, 10, 14]);
});

it('counts lines as splitting does, and inverts its own positions', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(40), (text, any) => {
      const index = createLineIndex(text);
      expect(Array.from({ length: index.lineCount }, (_, row) => index.lineText(row + 1))).toEqual(
        text.split(/\r\n|\n|\r/),
      );
      const offset = Math.min(any, text.length);
      const { line, column } = index.position(offset);
      expect(index.lineStart(line) + column - 1).toBe(offset);
    }),
  );
});

it('builds one index per file and none for an unknown file', () => {
  const lines = createLineIndexes(new Map([['a', 'text']]));
  expect(lines('a')).toBe(lines('a'));
  expect(lines('a')?.text).toBe('text');
  expect(lines('b')).toBeUndefined();
});
