import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readXml } from '../testing/read-xml.ts';
import { escapeXml } from './escape-xml.ts';

const pieces = '& < > " \' amp; #1; ]]> a é 漢 😀'.split(' ');
const impossible = ['\u0000', '\u001B', '\u0085', '\uD800', '\uFFFE', '\uFFFF'];
const piece = fc.constantFrom(...pieces, ...impossible, ' ', '\n');

it('writes any text so that an element and an attribute hold it', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const escaped = escapeXml(text);
      const element = readXml(`<text class="${escaped}">${escaped}</text>`);
      const shown = text
        .replace(/[\t\n\r]+/g, ' ')
        .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
      expect([element.text, element.attributes.get('class')]).toEqual([shown, shown]);
    }),
  );
});
