import { type Document, formatFleet, parseDocument } from '@fleetc/fleet';
import { fleets, randomRuns, randomTimeout, shuffleKeys } from '@fleetc/testing';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { expect, it } from 'vitest';
import { starterFleet } from '../src/init/starter-fleet.ts';
import { styles, writeNoted } from './support/commented-text.ts';
import { findUnordered } from './support/reference-order.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/fleet.schema.json'), 'utf8')) as object;

async function format(text: string): Promise<string> {
  const { value, diagnostics } = await formatFleet({ path: 'fleet.yaml', text });
  expect(diagnostics).toEqual([]);
  return value!;
}

async function read(text: string): Promise<Document> {
  const { value, diagnostics } = await parseDocument({ path: 'fleet.yaml', text });
  expect(diagnostics).toEqual([]);
  return value!;
}

function listComments(text: string): string[] {
  return (text.match(/# (?:above|beside|end|the head).*/g) ?? []).sort();
}

type Path = readonly (string | number)[];
type Plain = Readonly<Record<string | number, unknown>>;

/** The comments that do not stand where they say they do. */
function findMisplaced(text: string, { value, span }: Document): string[] {
  const lines = text.split('\n');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const lineOf = (path: Path) => lineAt(span(path, 'key').start);
  const isBetween = (from: number, to: number) =>
    from < to && lines.slice(from + 1, to).every((line) => /^\s*(?:#.*)?$/.test(line));
  return lines.filter((line, index) => {
    const [, kind, words = ''] = /# (above|beside|end) (.*)$/.exec(line) ?? [];
    const path = words.split(' ');
    // Lists have numbers where comments have none.
    if (kind === undefined || path.includes('-')) return false;
    if (kind === 'above') return !isBetween(index, lineOf(path));
    if (kind === 'beside') return index !== lineOf(path);
    return !isBetween(lineAt(lastPlace(path)), index);
  });

  /** Where the last thing ends that stands at or below a path. */
  function lastPlace(path: Path): number {
    const inner = path.reduce<unknown>((map, key) => (map as Plain)[key], value);
    const entries = typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
    const below = entries.map((key) => lastPlace([...path, Array.isArray(inner) ? +key : key]));
    return Math.max(below.length === 0 ? span(path).end - 1 : 0, ...below);
  }
}

it(
  'lays out any fleet: same meaning, same comments at their places, keys in order, once and for all',
  async () => {
    const property = fc.asyncProperty(fleets, fc.nat(), styles, async (fleet, seed, style) => {
      const before = writeNoted(shuffleKeys(fleet, seed) as object, style);
      const after = await format(before);
      const document = await read(after);
      expect(document.value).toEqual((await read(before)).value);
      expect(listComments(after)).toEqual(listComments(before));
      expect(findMisplaced(after, document)).toEqual([]);
      expect(findUnordered(schema, document.value)).toEqual([]);
      expect(await format(after)).toBe(after);
    });
    await fc.assert(property, randomRuns(0.04));
  },
  randomTimeout,
);

const examples = readdirSync(join(root, 'examples')).map(
  (name) => [name, readFileSync(join(root, 'examples', name, 'fleet.yaml'), 'utf8')] as const,
);

it('leaves the examples and the starter as they are', async () => {
  const changed: string[] = [];
  for (const [name, text] of [...examples, ['init', starterFleet] as const]) {
    if ((await format(text)) !== text) changed.push(name);
  }
  expect(changed).toEqual([]);
});

const pretty = (text: string) => prettier.format(text, { parser: 'yaml' });

it('comes to rest beside prettier as it is without settings', async () => {
  const fought: string[] = [];
  for (const [name, text] of examples) {
    const after = await format(await pretty(await format(text)));
    if ((await pretty(after)) !== after) fought.push(name);
  }
  expect(fought).toEqual([]);
});
