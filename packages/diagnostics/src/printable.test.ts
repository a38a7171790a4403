import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPrintable } from './printable.ts';

it.each([
  ['plain text, ünïcödé, 日本 😀', 'plain text, ünïcödé, 日本 😀'],
  ['\u001b[31mred', '␛[31mred'],
  ['a\tb\r\n', 'a␉b␍␊'],
  ['\u0000\u007f', '␀␡'],
  ['\u009b31m', '<U+009B>31m'],
  ['\u202etxt.\u2066', '<U+202E>txt.<U+2066>'],
  ['\ufeffa\u200bb\u2028', '<U+FEFF>a<U+200B>b<U+2028>'],
  ['\ud800x', '\ufffdx'],
])('shows %j as %j', (text, shown) => {
  expect(toPrintable(text)).toBe(shown);
});

it('leaves nothing that steers a terminal, and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = toPrintable(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(toPrintable(shown)).toBe(shown);
    }),
  );
});
