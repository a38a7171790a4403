import type { Path } from '@fleetc/diagnostics';
import { expect, it } from 'vitest';
import { readMarks } from '../testing/marked-text.ts';
import { parseDocument } from './parse-document.ts';

const file = 'fleet.yaml';

async function spanOf(text: string, path: Path, part?: 'key' | 'value') {
  const { value } = await parseDocument({ path: file, text });
  return value!.span(path, part);
}

it.each<[string, Path, string]>([
  ['plain text', ['a', 'b'], 'a:\n  b: ‸c d‸ # e\n'],
  ['text behind a tab', ['a'], 'a:\t‸1‸\t\n'],
  ['double quotes with escapes', ['a'], 'a: ‸"x\\n\\u00e9\\""‸\n'],
  ['single quotes', ['a'], "a: ‸'it''s'‸\n"],
  ['plain text over lines', ['a'], 'a: ‸x\n  y‸\nb: 1\n'],
  ['a flow list', ['a'], 'a: ‸[b, c]‸\n'],
  ['an empty flow map', ['a'], 'a: ‸{ }‸\n'],
  ['a flow list behind a comment', ['a'], 'a: ‸[b, { c: }, # ]\n  ]‸\n'],
  ['an item of a flow list', ['a', 1], 'a: [b, ‸"c"‸]\n'],
  ['a flow map over lines', ['a', 'c', 'd'], 'a: {\n  b: 1,\n  c:\n    { d: ‸2‸ },\n  }\n'],
  ['an item of a block list', ['a', 1, 'b'], 'a:\n  - b: 1\n  - b: ‸2‸\n'],
  ['an item of a list of lists', ['a', 0, 1], 'a:\n  - - b\n    - ‸c‸\n'],
  ['text behind other scripts', ['a', 'b'], 'a: { ü𝄞漢: é, b: ‸ö‸ }\n'],
  ['text behind a wide comment', ['a'], '# 漢字 𝄞\na: ‸b‸\n'],
  ['CRLF', ['a', 'c'], 'a:\r\n  b: 1\r\n  c: ‸d‸\r\n'],
  ['CR alone', ['a', 'c'], 'a:\r  b: 1\r  c: ‸d‸\r'],
  ['behind an anchor', ['a'], 'a: &x ‸1‸\n'],
  ['behind a tag', ['a'], 'a: !!str ‸1‸\n'],
  ['a value below an alias, where it is anchored', ['c', 'b'], 'a: &x { b: ‸1‸ }\nc: *x\n'],
  ['an alias itself', ['c'], 'a: &x { b: 1 }\nc: ‸*x‸\n'],
  ['an anchor that is set again', ['c', 'b'], 'a: &x { b: 1 }\nd: &x { b: ‸2‸ }\nc: *x\n'],
  ['a value that is absent', ['a'], 'a‸‸:\nb: 1\n'],
  ['a quoted key', ['a b', 'c'], '"a b": { c: ‸1‸ }\n'],
  ['a key that is a number', ['1.5'], '1.50: ‸a‸\n'],
  ['a key that is null', ['null'], '~: ‸a‸\n'],
  ['a key with a dot', ['kubernetes.io/arch'], 'kubernetes.io/arch: ‸amd64‸\n'],
  ['an explicit key', ['a'], '? a\n: ‸b‸\n'],
  ['behind a directive', ['a'], '%YAML 1.2\n---\na: ‸b‸\n'],
  ['the later one of a duplicate key', ['a', 'b'], 'a: { b: 1 }\na: { b: ‸2‸ }\n'],
])('finds the value: %s', async (_, path, marked) => {
  const { text, places } = readMarks(marked);
  expect(await spanOf(text, path)).toEqual(places[0]);
});

it.each<[string, Path, string]>([
  ['a plain key', ['a', 'b'], 'a:\n  ‸b‸: 1\n'],
  ['a quoted key', ['a b'], '‸"a b"‸: 1\n'],
  ['a key behind an anchor', ['a'], '&x ‸a‸: 1\n'],
  ['a key that is an alias', ['x'], 'a: &k x\n‸*k‸ : 1\n'],
  ['a key of a flow map', ['a', 'c'], 'a: {b: 1, ‸c‸: 2}\n'],
  ['a key of a map in a list', ['a', 0, 'b'], 'a:\n  - ‸b‸: 1\n'],
  ['a key that is a number', ['15'], '‸0xF‸: 1\n'],
  ['a key without a value', ['a', 'c'], 'a: { b, ‸c‸ }\n'],
  ['the item itself where there is no key', ['a', 1], 'a: [b, ‸c‸]\n'],
  ['the first key for the whole document', [], '# x\n\n‸a‸: 1\nb: 2\n'],
])('finds the key: %s', async (_, path, marked) => {
  const { text, places } = readMarks(marked);
  expect(await spanOf(text, path, 'key')).toEqual(places[0]);
});

it.each<[string, Path, string]>([
  ['a missing key', ['a', 'b', 'x'], 'a:\n  ‸b‸: { c: 1 }\n'],
  ['a missing branch', ['a', 'x', 'y', 'z'], '‸a‸:\n  b: 1\n'],
  ['a missing block', ['x'], '‸a‸: 1\nb: 2\n'],
  ['a key below nothing', ['a', 'x'], '‸a‸:\n'],
  ['an item behind the last', ['a', 2], '‸a‸: [b, c]\n'],
  ['a number where a name is', ['a', 0], '‸a‸: { "0": b }\n'],
])('falls back to the key of the nearest ancestor: %s', async (_, path, marked) => {
  const { text, places } = readMarks(marked);
  expect(await spanOf(text, path)).toEqual(places[0]);
  expect(await spanOf(text, path, 'key')).toEqual(places[0]);
});

it.each<[string, Path, string]>([
  ['text', ['docker', 'sidecar', 'mtu'], 'docker: ‸sidecar‸\n'],
  ['text in quotes', ['env', 'A', 'value'], 'env: { A: ‸"x"‸ }\n'],
  ['a list of names', ['pullSecrets', 'b'], 'pullSecrets: [a, ‸b‸]\n'],
  [
    'a list of names, and what is below',
    ['pullSecrets', 'b', 'x'],
    'pullSecrets:\n  - a\n  - ‸b‸\n',
  ],
  ['true or false', ['certManager', 'install'], 'certManager: ‸true‸\n'],
])('takes a shorthand for its long form: %s', async (_, path, marked) => {
  const { text, places } = readMarks(marked);
  expect(await spanOf(text, path)).toEqual(places[0]);
  expect(await spanOf(text, path, 'key')).toEqual(places[0]);
});

it('covers a block map from its first key to its last value', async () => {
  const { text, places } = readMarks('x: 1\na:\n  ‸b: 1\n  c: [d,\n    e]‸\nf: 1\n');
  expect(await spanOf(text, ['a'])).toEqual(places[0]);
});

it('covers what block text holds, behind its header', async () => {
  const { text, places } = readMarks('a: |\n‸  x\n  y\n‸b: 1\n');
  expect(await spanOf(text, ['a'])).toEqual(places[0]);
});
