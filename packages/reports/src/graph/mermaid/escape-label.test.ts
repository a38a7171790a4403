import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeLabel } from './escape-label.ts';

it.each([
  ['plain-name_1.2:tag', 'plain-name_1.2:tag'],
  ['1–8 runners', '1–8 runners'],
  ['say "hi"', 'say #34;hi#34;'],
  ['<img src=x onerror=a>', '#60;img src=x onerror=a#62;'],
  ['#35; &amp;', '#35;35; #38;amp;'],
  ['%%{init: {}}%%', '#37;#37;{init: {}}#37;#37;'],
  ['$$x$$ $1', '$\u200B$x$\u200B$ $1'],
  ['`code` *bold*', '#96;code#96; #42;bold#42;'],
  ['fa:fa-car', 'fa:\u200Bfa-car'],
  ['two\nlines\r\n\u2028and \u0000', 'two lines and  '],
  ['a\\nb \\', 'a\\\u200Bnb \\'],
])('writes %j as %j', (text, escaped) => {
  expect(escapeLabel(text)).toBe(escaped);
});

const pieces = '$ \\ n fa : fa- # 35; " <br> %%{ ` * &lt; é 😀'.split(' ');
const piece = fc.constantFrom(...pieces, ' ', '\n', '\r', '\u0000', '\u2028');

it('loses nothing but line breaks and control characters', () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const escaped = escapeLabel(text);
      expect(escaped).not.toMatch(/["<>&%`*]|\n|\$\$|:fa-|\\n/);
      const back = escaped
        .replaceAll('\u200B', '')
        .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      expect(back).toBe(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
    }),
  );
});
