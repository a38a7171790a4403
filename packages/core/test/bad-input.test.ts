import { expect, it } from 'vitest';
import { compile } from '../src/compile.ts';
import { badTexts, oddTexts } from './bad-input/cases.ts';

const path = 'fleet.yaml';

/** The text without its marks, and what they stand around. */
function readMarks(marked: string): { text: string; places: { start: number; end: number }[] } {
  const [head = '', ...rest] = marked.split('‸');
  let text = head;
  const offsets = rest.map((piece) => {
    const offset = text.length;
    text += piece;
    return offset;
  });
  const starts = offsets.filter((_, index) => index % 2 === 0);
  return { text, places: starts.map((start, index) => ({ start, end: offsets[index * 2 + 1]! })) };
}

it.each(badTexts)('reports $what once, at its place', async ({ text: marked, codes }) => {
  const { text, places } = readMarks(marked);
  const { diagnostics } = await compile({ path, text });
  const found = diagnostics.map(({ code, primary }) => ({
    code,
    start: primary?.span.start,
    end: primary?.span.end,
  }));
  expect(found).toEqual(codes.map((code, index) => ({ code, ...places[index] })));
});

it.each(oddTexts)('has nothing to say of %s', async (_, text) => {
  const { diagnostics } = await compile({ path, text });
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([]);
});
