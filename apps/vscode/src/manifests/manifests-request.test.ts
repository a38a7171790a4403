import { expect, it } from 'vitest';
import { follow, readArguments } from './manifests-request.ts';

const cursor = { uri: 'file:///fleet.yaml', position: { line: 3, character: 2 } };

it.each([
  ['a lens', [{ uri: 'u', pool: 'p' }, undefined], { uri: 'u', pool: 'p' }],
  ['two words', ['u', 'p'], { uri: 'u', pool: 'p' }],
  ['a menu', [{ scheme: 'file', path: '/fleet.yaml' }, undefined], cursor],
  ['the palette', [undefined, undefined], cursor],
])('takes what %s hands over', (_, [first, second], params) => {
  expect(readArguments(first, second, cursor)).toEqual(params);
});

const at = (line: number, character = 0) => ({ line, character });

it.each([
  ['below stays', at(4), at(5), '', 3],
  ['above moves it down', at(0), at(0), 'a\nb\n', 5],
  ['above moves it up', at(0), at(2), '', 1],
  ['on its line stays', at(3), at(3, 2), 'abc', 3],
  ['that ends on its line puts it where that ends', at(1), at(3), 'x', 1],
  ['around it leaves it where it is', at(1), at(9), 'x\ny\n', 3],
])('follows a place: an edit %s', (_, start, end, text, line) => {
  const moved = follow(cursor, { range: { start, end }, text });
  expect(moved).toMatchObject({ position: { line } });
});

it('leaves a question about a pool by its name as it is', () => {
  const params = { uri: 'u', pool: 'p' };
  expect(follow(params, { range: { start: at(0), end: at(9) }, text: '' })).toBe(params);
});
