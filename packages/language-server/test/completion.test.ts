import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ delay: 60_000 });
});
afterAll(() => client.stop());

const snippetKind = 15;

const markers = readMarkers(join(import.meta.dirname, 'completion'), true);

// `a, b` are all texts that are offered, in their order; `a, b, ...` are the first ones; `nothing` says what it says.
it.each(markers)('offers at $name: $expected', async ({ name, text, position, expected }) => {
  const uri = `file:///completion/${name}/fleet.yaml`;
  client.open(uri, text);
  const items = await client.complete(uri, position);
  const texts = items
    .filter(({ kind }) => kind !== snippetKind)
    .toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    .map(({ textEdit }) => textEdit!.newText.trimEnd());
  const words = expected.split(', ');
  if (expected === 'nothing') expect(texts).toEqual([]);
  else if (words.at(-1) !== '...') expect(texts).toEqual(words);
  else expect(texts.slice(0, words.length - 1)).toEqual(words.slice(0, -1));
});

it('replaces the whole word at the cursor, and says what it is', async () => {
  const uri = 'file:///words/fleet.yaml';
  client.open(uri, 'pools:\n  ci:\n    epherem: true # 😀\n');
  const items = await client.complete(uri, { line: 2, character: 7 });
  expect(items.find(({ label }) => label === 'ephemeral')).toEqual({
    label: 'ephemeral',
    kind: 10,
    detail: 'boolean',
    documentation: {
      kind: 'markdown',
      value: 'Whether a runner takes one job and is replaced; true when absent.\n\nExample: `true`',
    },
    sortText: '10008',
    textEdit: {
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } },
      newText: 'ephemeral',
    },
  });
});

it('leaves a blank for the value before a bracket', async () => {
  const uri = 'file:///blank/fleet.yaml';
  client.open(uri, 'pools: { ci: { sc } }\n');
  const items = await client.complete(uri, { line: 0, character: 17 });
  expect(items.find(({ label }) => label === 'scope')!.textEdit!.newText).toBe('scope: ');
});

it('counts positions in UTF-16 units behind characters outside of the basic plane', async () => {
  const uri = 'file:///wide/fleet.yaml';
  client.open(uri, 'pools: { "😀ü": { ephemeral: t } }\r\n');
  const [first] = await client.complete(uri, { line: 0, character: 30 });
  expect(first!.textEdit).toEqual({
    range: { start: { line: 0, character: 29 }, end: { line: 0, character: 30 } },
    newText: 'true',
  });
});

it('leaves files of other names alone', async () => {
  const uri = 'file:///other/values.yaml';
  client.open(uri, 'pools:\n  ci:\n    \n');
  expect(await client.complete(uri, { line: 2, character: 4 })).toBeNull();
});
