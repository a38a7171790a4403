import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeUtf8 } from './decode-utf8.ts';

it('gives any text back that was encoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodeUtf8(Buffer.from(text, 'utf8'))).toEqual({ text });
    }),
  );
});

it('finds the first byte that is no part of a character, whatever follows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (before, after) => {
      const head = Buffer.from(before, 'utf8');
      const bytes = Buffer.concat([head, Buffer.of(0xff), after]);
      const line = before.split('\n').length;
      expect(decodeUtf8(bytes)).toMatchObject({ offset: head.length, line });
    }),
  );
});

it.each([
  ['a lead byte before a letter', [0x61, 0xe9, 0x65, 0x74], 1],
  ['a continuation byte alone', [0x61, 0x80], 1],
  ['a character that is cut off', [0x61, 0xf0, 0x9f, 0x92], 1],
  ['a surrogate', [0xed, 0xa0, 0x80], 0],
  ['an overlong form', [0x62, 0xc0, 0xaf], 1],
])('points at %s', (_name, bytes, offset) => {
  expect(decodeUtf8(Buffer.from(bytes))).toMatchObject({ offset });
});
