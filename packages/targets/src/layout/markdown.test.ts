import { expect, it } from 'vitest';
import { code, enumerate, listItem, plainText, tableRow } from './markdown.ts';

it.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a`', '`` `a` ``'],
  ['a\nb', '`a b`'],
])('shows %j as code', (text, markdown) => {
  expect(code(text)).toBe(markdown);
});

it('takes the meaning from characters that Markdown reads', () => {
  expect(plainText('pool "a_b" *c* <d>\n[e]')).toBe(String.raw`pool "a\_b" \*c\* \<d\> \[e\]`);
});

it('keeps a bar inside its cell', () => {
  expect(tableRow('a', 'b | c')).toBe(String.raw`| a | b \| c |`);
});

it('goes on in the next line of an item before the hundredth column', () => {
  const item = listItem(Array.from({ length: 40 }, () => 'word').join(' '), '  ');
  const lines = item.split('\n');
  expect(lines.map((line) => line.slice(0, 4))).toEqual(['  - ', '    ', '    ']);
  expect(lines.every((line) => line.length <= 100)).toBe(true);
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
])('enumerates %j', (words, text) => {
  expect(enumerate(words, 3)).toBe(text);
});
