import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptLine } from './excerpt-line.ts';
import { textWidth } from './text-width.ts';

it('shows a short line whole', () => {
  expect(excerptLine('key: value', 5, 10, 20)).toEqual({ text: 'key: value', from: 5, to: 10 });
});

it('expands tabs to the next multiple of four', () => {
  expect(excerptLine('\ta\tb', 3, 4, 20)).toEqual({ text: '    a   b', from: 8, to: 9 });
  expect(excerptLine('\ta', 0, 1, 20)).toEqual({ text: '    a', from: 0, to: 4 });
});

it('counts wide, combining and replaced characters by their columns', () => {
  expect(excerptLine('日本: x', 4, 5, 20)).toEqual({ text: '日本: x', from: 6, to: 7 });
  expect(excerptLine('e\u0301: x', 4, 5, 20)).toEqual({ text: 'e\u0301: x', from: 3, to: 4 });
  expect(excerptLine('\u202e: x', 0, 1, 20)).toEqual({ text: '<U+202E>: x', from: 0, to: 8 });
  expect(excerptLine('😀: x', 4, 5, 20)).toEqual({ text: '😀: x', from: 4, to: 5 });
});

it('marks one column for an empty range, at the end of the line too', () => {
  expect(excerptLine('abc', 1, 1, 20)).toEqual({ text: 'abc', from: 1, to: 2 });
  expect(excerptLine('abc', 3, 3, 20)).toEqual({ text: 'abc', from: 3, to: 4 });
  expect(excerptLine('', 0, 0, 20)).toEqual({ text: '', from: 0, to: 1 });
});

it('cuts a long line around the range', () => {
  const line = `${'a'.repeat(30)}XY${'b'.repeat(30)}`;
  expect(excerptLine(line, 30, 32, 12)).toEqual({ text: '…aaaaXYbbbb…', from: 5, to: 7 });
  expect(excerptLine(line, 0, 2, 12)).toEqual({ text: 'aaaaaaaaaa…', from: 0, to: 2 });
  expect(excerptLine(line, 60, 62, 12)).toEqual({ text: '…bbbbbbbbbb', from: 9, to: 11 });
  expect(excerptLine(line, 62, 62, 12)).toEqual({ text: '…bbbbbbbbb', from: 10, to: 11 });
  expect(excerptLine(line, 0, 62, 12)).toEqual({ text: 'aaaaaaaaaa…', from: 0, to: 10 });
});

it('looks at the neighbourhood of the range alone', () => {
  const line = `${'a'.repeat(1_000_000)}XY${'b'.repeat(1_000_000)}`;
  expect(excerptLine(line, 1_000_000, 1_000_002, 12)).toEqual({
    text: '…aaaaXYbbbb…',
    from: 5,
    to: 7,
  });
});

it('never grows beyond the width, and always marks something that is shown', () => {
  const pieces = fc.constantFrom('a', ' ', '\t', '日', 'e\u0301', '\u001b', '😀', '\u202e');
  const line = fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      line,
      fc.nat(400),
      fc.nat(50),
      fc.integer({ min: 30, max: 90 }),
      (line, at, size, width) => {
        const start = Math.min(at, line.length);
        const shown = excerptLine(line, start, Math.min(start + size, line.length), width);
        expect(textWidth(shown.text)).toBeLessThanOrEqual(width);
        expect(shown.from).toBeGreaterThanOrEqual(0);
        expect(shown.to).toBeGreaterThan(shown.from);
        expect(shown.to).toBeLessThanOrEqual(width);
        expect(shown.from).toBeLessThanOrEqual(textWidth(shown.text));
      },
    ),
    { numRuns: 500 },
  );
});
