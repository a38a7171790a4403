import { formatPath, type Path } from '@fleetc/diagnostics';
import { parseDocument } from '@fleetc/fleet';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findCursor } from './find-cursor.ts';
import { listNodes, type OutlineNode, pathOf } from './outline.ts';
import { parseOutline } from './parse-outline.ts';

const folder = join(import.meta.dirname, '../../../../examples');
const examples = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name, 'fleet.yaml'), 'utf8'),
}));

/** Every entry and item with where its key is. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [here, ...listPaths(child, here)];
  });
}

function isBelow(path: Path, ancestor: Path): boolean {
  return path.length > ancestor.length && ancestor.every((step, index) => step === path[index]);
}

function describe({ key, scalar }: OutlineNode, path: Path): string {
  const place = key ?? scalar;
  return `${formatPath(path)} ${place?.start ?? '-'}-${place?.end ?? '-'}`;
}

it.each(examples)('sees in $name what the parser sees, at the same places', async ({ text }) => {
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    const { value: document } = await parseDocument({ path: '', text: written });
    const nodes = [...listNodes(parseOutline(written))];
    const outline = nodes.map((node) => formatPath(pathOf(node)));
    // An alias is a word here; what it stands for is somewhere else.
    const aliases = nodes.filter(({ scalar }) => scalar?.text.startsWith('*')).map(pathOf);
    const parsed = listPaths(document!.value).filter(
      (path) => !aliases.some((alias) => isBelow(path, alias)),
    );
    expect(outline).toEqual(parsed.map(formatPath));
    for (const node of nodes.filter(({ key }) => key)) {
      const path = pathOf(node);
      const { start, end } = document!.span(path, 'key');
      expect(describe(node, path)).toBe(`${formatPath(path)} ${start}-${end}`);
    }
  }
});

it('reads every beginning of a file, and every file of which a piece is missing', () => {
  const cut = fc.record({
    text: fc.constantFrom(...examples.map((example) => example.text)),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
  });
  fc.assert(
    fc.property(cut, ({ text, from, length }) => {
      const at = Math.floor(from * text.length);
      const broken = text.slice(0, at) + text.slice(at + length);
      for (const node of listNodes(parseOutline(broken))) {
        const { start = 0, end = 0, text: said = '' } = node.key ?? node.scalar ?? {};
        expect(broken.slice(start, end)).toContain(said);
      }
      findCursor(broken, at);
    }),
  );
});

it.each([
  [
    'a list at the column of its key',
    'a:\n- b\n- c: 1\nd: 2',
    ['a', 'a[0]', 'a[1]', 'a[1].c', 'd'],
  ],
  ['lists in a list', '- - a\n  - b\n- c', ['[0]', '[0][0]', '[0][1]', '[1]']],
  ['keys in quotes', '"a: b": { \'c\': 1 }', ['["a: b"]', '["a: b"].c']],
  ['comments', 'a: 1 # b: 2\n# c: 3\nd: "#" # e', ['a', 'd']],
  ['text in a block', 'a: |\n  b: 1\n\n  c\nd: >-\n e: 2\nf: 3', ['a', 'd', 'f']],
  ['text over several lines', 'a: one\n  two\nb: "three\n  c: four"\nd: 5', ['a', 'b', 'd']],
  ['anchors, tags and aliases', 'a: &x\n  b: !!str 1\nc: *x', ['a', 'a.b', 'c']],
  ['the start of a document', '%YAML 1.2\n---\na: 1\n', ['a']],
  [
    'a value on a line of its own',
    'a:\n  "b"\nc:\n  { d: 1,\n  }\ne: [\n]',
    ['a', 'c', 'c.d', 'e'],
  ],
  [
    'brackets that nobody closes',
    'a: { b: [1, { c: 2\nd: 3',
    ['a', 'a.b', 'a.b[0]', 'a.b[1]', 'a.b[1].c', 'd'],
  ],
  ['brackets of the wrong kind', 'a: { b: 1 ]\nc: [1 }\nd: 2', ['a', 'a.b', 'c', 'c[0]', 'd']],
  ['a quote that nobody closes', 'a: "b\nc: 1', ['a', 'c']],
])('reads %s', (_what, text, expected) => {
  const nodes = [...listNodes(parseOutline(text))].filter(({ isBare }) => !isBare);
  expect(nodes.map((node) => formatPath(pathOf(node)))).toEqual(expected);
});
