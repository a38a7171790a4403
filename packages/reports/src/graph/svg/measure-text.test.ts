import { expect, it } from 'vitest';
import { fitText, measureText } from './measure-text.ts';

const font = { size: 11, isBold: false };

// Arial's advance widths at 11 pixels.
it.each([
  ['docker.io/summerwind', 110.0],
  ['v2.335.1-ubuntu-22.04', 110.7],
  ['personal access token', 109.4],
  ['illicit fill', 34.2],
  ['WWW MMM', 61.7],
])('estimates %j at or above the width in Arial and not far above', (text, arial) => {
  const estimate = measureText(text, font);
  expect(estimate).toBeGreaterThanOrEqual(arial);
  expect(estimate).toBeLessThan(arial * 1.3);
});

it('takes combining marks for nothing and ideographs for wide', () => {
  expect(measureText('e\u0301', font)).toBe(measureText('e', font));
  expect(measureText('漢字', font)).toBe(22);
});

it('cuts what is too wide with an ellipsis and keeps surrogate pairs whole', () => {
  expect(fitText('short', 100, font)).toBe('short');
  const cut = fitText('a long line that nobody has room for', 100, font);
  expect(cut).toBe('a long line that…');
  expect(measureText(cut, font)).toBeLessThanOrEqual(100);
  expect(fitText('😀😀😀😀', 35, font)).toBe('😀😀…');
  expect(fitText('x', 1, font)).toBe('…');
});
