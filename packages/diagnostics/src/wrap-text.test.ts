import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

it.each([
  ['abc', 3],
  ['', 0],
  ['äöü', 3],
  ['日本語', 6],
  ['한국', 4],
  ['ｆ', 2],
  ['😀', 2],
  ['e\u0301', 1],
  ['…│┌', 3],
])('takes %j for %i columns wide', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

it.each([
  ['one two three', 7, 0, ['one two', 'three']],
  ['one two three', 7, 5, ['one', 'two', 'three']],
  ['one two three', 13, 0, ['one two three']],
  ['a   b', 5, 0, ['a   b']],
  ['a   b   c', 5, 0, ['a b c']],
  ['averylongword x', 5, 0, ['averylongword', 'x']],
  ['日本 語', 4, 0, ['日本', '語']],
  ['first\nsecond line', 6, 0, ['first', 'second', 'line']],
  ['', 5, 0, ['']],
])('breaks %j at %i columns with %i taken', (text, width, lead, lines) => {
  expect(wrapText(text, width, lead)).toEqual(lines);
});

it('keeps every word in order and no line of several words too wide', () => {
  const text = fc
    .array(fc.stringMatching(/^[a-z日]{1,12}$/), { minLength: 1 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 40 }), (text, width) => {
      const lines = wrapText(text, width);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines)
        if (line.includes(' ')) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
