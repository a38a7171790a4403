import { expect, it } from 'vitest';
import { maskSpans } from './mask-spans.ts';

it('overwrites places that overlap or hold each other, and keeps lines and quotes', () => {
  const text = 'ab "cd"\nef gh ij';
  const spans = [
    { start: 12, end: 12 },
    { start: 3, end: 9 },
    { start: 4, end: 6 },
    { start: 8, end: 11 },
  ];
  expect(maskSpans(text, spans)).toBe('ab "xx"\nxx gh ij');
  expect(maskSpans(text, [])).toBe(text);
});
