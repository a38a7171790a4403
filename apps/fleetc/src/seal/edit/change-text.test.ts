import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { Change } from './change.ts';
import { changeText } from './change-text.ts';

async function change(text: string, ...changes: Change[]): Promise<string> {
  const changed = await changeText(text, changes);
  if ('problem' in changed) throw new Error(`${changed.path.join('.')}: ${changed.problem}`);
  return changed.text;
}

const sealed = ['a', 'from', 'sealed', 'ns/name', 'key'];

it.each([
  [
    'block',
    'a:\n  b: 1\n',
    'a:\n  b: 1\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n',
  ],
  [
    'block, four columns, and a comment behind',
    'a:\n    b:\n        c: 1 # one\n\n# next\nd: 2\n',
    'a:\n    b:\n        c: 1 # one\n    from:\n        sealed:\n            ns/name:\n                key: AgB=\n\n# next\nd: 2\n',
  ],
  [
    'CRLF',
    'a:\r\n  b: 1\r\nd: 2\r\n',
    'a:\r\n  b: 1\r\n  from:\r\n    sealed:\r\n      ns/name:\r\n        key: AgB=\r\nd: 2\r\n',
  ],
  [
    'no final line break',
    'd: 2\na:\n  b: 1',
    'd: 2\na:\n  b: 1\n  from:\n    sealed:\n      ns/name:\n        key: AgB=',
  ],
  ['flow', 'a: { b: 1 }\n', 'a: { b: 1, from: { sealed: { ns/name: { key: AgB= } } } }\n'],
  ['flow, deeper', 'a: {from: {}}\n', 'a: {from: { sealed: { ns/name: { key: AgB= } } }}\n'],
  [
    'flow with a comma at the end',
    'a: { b: 1, } # x\n',
    'a: { b: 1, from: { sealed: { ns/name: { key: AgB= } } } } # x\n',
  ],
  [
    'flow over several lines',
    'a: {\n  b: [1], # one, two\n  c, # three\n  }\n',
    'a: {\n  b: [1], # one, two\n  c, from: { sealed: { ns/name: { key: AgB= } } } # three\n  }\n',
  ],
  [
    'an empty map',
    'a:\n  from: { # nothing yet\n    }\n',
    'a:\n  from: { sealed: { ns/name: { key: AgB= } } # nothing yet\n    }\n',
  ],
  [
    'a key without a value',
    'a:\n  from: # to be done\n  b: 1\n',
    'a:\n  from: # to be done\n    sealed:\n      ns/name:\n        key: AgB=\n  b: 1\n',
  ],
  [
    'a key without a value between braces',
    'a: { from: , b: 1 }\n',
    'a: { from: { sealed: { ns/name: { key: AgB= } } } , b: 1 }\n',
  ],
  [
    'a block scalar at the end',
    'a:\n  b: |+\n    x\n\n\nd: 2\n',
    'a:\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n  b: |+\n    x\n\n\nd: 2\n',
  ],
  [
    'a block scalar deep down',
    'a:\n  b:\n    - c: >-\n        x\nd: 2\n',
    'a:\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n  b:\n    - c: >-\n        x\nd: 2\n',
  ],
  [
    'text over several lines at the end',
    'a:\n  b: x\n    y\n\nd: 2\n',
    'a:\n  b: x\n    y\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n\nd: 2\n',
  ],
  [
    'another label',
    'a:\n  from:\n    sealed:\n      "ns/other":\n        key: AgA=\n',
    'a:\n  from:\n    sealed:\n      "ns/other":\n        key: AgA=\n      ns/name:\n        key: AgB=\n',
  ],
  [
    'a label and another key',
    'a: { from: { sealed: { ns/name: { k: AgA= } } } }\n',
    'a: { from: { sealed: { ns/name: { k: AgA=, key: AgB= } } } }\n',
  ],
  [
    'anchors',
    'a: &a\n  &b b: &c 1\n',
    'a: &a\n  &b b: &c 1\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n',
  ],
  [
    'quotes',
    `"a": {'b': "}"}\n`,
    `"a": {'b': "}", from: { sealed: { ns/name: { key: AgB= } } }}\n`,
  ],
  ['nothing', 'd: 2\n', 'd: 2\na:\n  from:\n    sealed:\n      ns/name:\n        key: AgB=\n'],
])('adds an entry to %s', async (_name, before, after) => {
  expect(await change(before, { path: sealed, set: 'AgB=' })).toBe(after);
});

it.each([
  ['plain', 'a: { b: AgA= }\n', 'a: { b: AgB= }\n'],
  ['double quotes', 'a:\n  b: "AgA=" # x\n', 'a:\n  b: AgB= # x\n'],
  ['single quotes', "a:\n  b: 'AgA='\n", 'a:\n  b: AgB=\n'],
])('replaces a text: %s', async (_name, before, after) => {
  expect(await change(before, { path: ['a', 'b'], set: 'AgB=' })).toBe(after);
});

it.each([
  ['block, first', 'a:\n  b: 1 # x\n  c: 2\n', 'a:\n  c: 2\n'],
  ['block, last', 'a:\n  c: 2\n  b:\n    d: 1\n# y\ne: 1\n', 'a:\n  c: 2\n# y\ne: 1\n'],
  ['block, CRLF', 'a:\r\n  c: 2\r\n  b: 1\r\n', 'a:\r\n  c: 2\r\n'],
  ['a block scalar', 'a:\n  b: |\n    x\n\n  c: 2\n', 'a:\n\n  c: 2\n'],
  ['flow, first', 'a: { b: 1, c: 2 }\n', 'a: { c: 2 }\n'],
  ['flow, last', 'a: { c: 2, b: 1 }\n', 'a: { c: 2 }\n'],
  ['flow, a comma at the end', 'a: { c: 2, b: { d: 1 }, }\n', 'a: { c: 2, }\n'],
])('takes an entry out: %s', async (_name, before, after) => {
  expect(await change(before, { path: ['a', 'b'] })).toBe(after);
});

it.each([
  ['an alias on the way', 'x: &x { b: 1 }\na: *x\n', 'an alias stands there'],
  ['an anchor that is used elsewhere', 'a: &x { b: 1 }\ny: *x\n', 'it is laid out in a way that'],
  ['a text', 'a: { from: short }\n', 'a short form stands there'],
  ['nothing, in a word', 'a: { from: ~ }\n', 'a short form stands there'],
  ['a list', 'a: { from: [] }\n', 'a short form stands there'],
])('refuses %s and changes nothing', async (_name, text, problem) => {
  await expect(change(text, { path: sealed, set: 'AgB=' })).rejects.toThrow(problem);
});

it('refuses to replace a text of several lines, and to take out the only entry', async () => {
  const text = 'a:\n  b: >-\n    AgA=\n';
  await expect(change(text, { path: ['a', 'b'], set: 'x' })).rejects.toThrow('several lines');
  await expect(change(text, { path: ['a', 'b'] })).rejects.toThrow('the only entry');
});

it.each(['*', 'null', 'yes', '123', '1e3', '.inf', 'a: b', '#', 'ns/name', ''])(
  'writes the key %j so that it is read as a text',
  async (key) => {
    for (const text of ['a:\n  b: 1\n', 'a: { b: 1 }\n']) {
      const changed = await change(text, { path: ['a', key], set: key });
      expect(load(changed)).toEqual({ a: { b: 1, [key]: key } });
    }
  },
);

interface Layout {
  readonly text: string;
  readonly path: readonly string[];
}

const name = fc.constantFrom('a', 'b-c', '"q: x"', "'s'", 'd.e');
const gap = fc.constantFrom('', ' # note: { } , "', '  ');
const leaf = fc.constantFrom(
  '1',
  '"x # y"',
  "'}'",
  '[1, { z: 2 }]',
  '{}',
  'two words',
  '',
  '|\n~  x\n',
  '>-\n~  y',
);

/** Maps in maps, each in block or in flow style, with comments, odd scalars and neighbours on both sides. */
function layouts(depth: number, indent: string): fc.Arbitrary<Layout> {
  const neighbours = fc.array(fc.tuple(leaf, gap), { maxLength: 2 });
  if (depth === 0) return fc.constant({ text: `${indent}end: 1\n`, path: [] });
  const line = (prefix: string, all: [string, string][]) =>
    all.map(([value, note], row) => {
      const isBlock = /^[|>]/.test(value);
      const shown = value.replaceAll('~', indent);
      return `${indent}${prefix}${row}: ${shown}${isBlock ? '' : note}\n`;
    });
  const block = fc
    .tuple(neighbours, name, gap, layouts(depth - 1, `${indent}  `), neighbours)
    .map(([before, key, note, inner, after]) => ({
      text: [...line('x', before), `${indent}${key}:${note}\n`, inner.text, ...line('y', after)]
        .join('')
        .replaceAll(/([^\n])\n?$/g, '$1\n'),
      path: [key.replaceAll(/^["']|["']$/g, ''), ...inner.path],
    }));
  const flow = fc.tuple(name, gap, fc.boolean()).map(([key, note, isLast]) => ({
    text: `${indent}${key}: {${isLast ? ' k: { }, ' : ' '}u: 'x'${isLast ? '' : ',\n' + indent + '  k: {v: 1} ,'} }${note}\n`,
    path: [key.replaceAll(/^["']|["']$/g, ''), 'k'],
  }));
  return fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: flow });
}

it('keeps every other byte, whatever the layout, and undoes what it did', async () => {
  const files = fc.tuple(layouts(3, ''), fc.constantFrom('\n', '\r\n'));
  await fc.assert(
    fc.asyncProperty(files, async ([{ text, path }, lineBreak]) => {
      const before = text.replaceAll('\n', lineBreak);
      fc.pre(isReadable(before));
      const place = [...path, 'ns/new', 'key'];
      const changed = await changeText(before, [{ path: place, set: 'AgB=' }]);
      if ('problem' in changed) throw new Error(`${changed.problem}:\n${before}`);
      const [{ start, end, text: inserted }] = changed.splices as [
        { start: number; end: number; text: string },
      ];
      expect(start).toBe(end);
      expect(changed.text.slice(0, start) + changed.text.slice(start + inserted.length)).toBe(
        before,
      );
      expect(inserted.replaceAll('\r\n', '').includes(lineBreak === '\n' ? '\r' : '\n')).toBe(
        false,
      );
      const count = Object.keys(at(load(before), path) as object).length;
      if (count > 0) expect(await change(changed.text, { path: place.slice(0, -1) })).toBe(before);
    }),
  );
});

function isReadable(text: string): boolean {
  try {
    load(text);
    return true;
  } catch {
    return false;
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return (
    path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], value) ?? {}
  );
}
