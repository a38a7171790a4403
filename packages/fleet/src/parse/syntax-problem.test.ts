import { expect, it } from 'vitest';
import { parseDocument } from './parse-document.ts';

it.each<[string, string]>([
  ['a: "x\nb: 1\n', 'the quote that opens here is never closed'],
  ['a: [1\nb: 1\n', 'the bracket that opens here is never closed'],
  ['a: {b: 1', 'the bracket that opens here is never closed'],
  ['a: 1}\nb: }\n', 'this bracket closes nothing'],
  [
    'a: {\n  b: 1\n}\n',
    'the closing bracket must stand deeper than the key before the opening one',
  ],
  ['a:\n  b: 1\n c: 2\n', 'the indentation of this line fits none of the lines above'],
  ['a: 1\n  b: 2\n', 'the indentation of this line fits none of the lines above'],
  ['a:\n  - x\n - y\n', 'the indentation of this line fits none of the lines above'],
  ['a: b: c\n', 'text with ": " in it needs quotes'],
  ['a: {x: 1 y: 2}\n', 'a comma is missing here'],
  ['a: 1\nb\nc: 2\n', 'a key needs ": " behind it'],
  ['a:b\nc: d\n', 'a key needs ": " behind it'],
  ['a: - b\n', 'a list cannot start on the line of its key'],
  ['a: "x" y\n', 'the value has ended before this'],
  ['a: @x\n', 'text that starts with this character needs quotes'],
  ['a: {{ x }}\n', 'a key must be text, not a map or a list'],
  ['a: *x\n', 'nothing above has an anchor of this name'],
  ['a: \u0001\n', 'this character may not stand in a file'],
  ['a: [\tb]\n', 'a tab stands where a space should'],
  ['a: "\\q"\n', 'invalid escape sequence \\q'],
])('says of %j what is wrong in plain words', async (text, problem) => {
  const { diagnostics } = await parseDocument({ path: 'fleet.yaml', text });
  expect(diagnostics.map(({ message }) => message)).toEqual([`this is not YAML: ${problem}`]);
});
