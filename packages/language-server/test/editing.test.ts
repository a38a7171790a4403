import { formatPath } from '@fleetc/diagnostics';
import { parseDocument } from '@fleetc/fleet';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { referenceAt } from '../src/names/named-blocks.ts';
import { formsOf } from '../src/schema/schema-of-node.ts';
import type { Schema } from '../src/schema/schema.ts';
import { type OutlineNode, pathOf } from '../src/text/outline.ts';
import { parseOutline } from '../src/text/parse-outline.ts';
import { type Client, schemaText, startClient } from './support/client.ts';
import { type Editor, openEditor, snippetCapabilities } from './support/editor.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({}, snippetCapabilities);
});
afterAll(() => client.stop());

const schema = JSON.parse(schemaText) as Schema;
const folder = join(import.meta.dirname, '../../../examples/tutorial');
const tutorial = readFileSync(join(folder, 'fleet.yaml'), 'utf8');

/** A person who knows what shall stand in the file, chooses what is offered, and types what is not. */
interface Author {
  readonly editor: Editor;
  readonly typed: { readonly node: OutlineNode; readonly part: 'key' | 'value' }[];
}

async function writeMap(author: Author, map: OutlineNode, indent: string): Promise<void> {
  for (const [index, entry] of map.children.entries()) {
    if (index > 0 || map.parent) author.editor.type(`\n${indent}`);
    await writeKey(author, entry);
    if (entry.kind === 'map') await writeMap(author, entry, `${indent}  `);
    else if (entry.kind === 'list') await writeList(author, entry);
    else await writeScalar(author, entry);
  }
}

async function writeKey({ editor, typed }: Author, entry: OutlineNode): Promise<void> {
  if (await editor.choose(String(entry.step))) return;
  editor.type(`${entry.key!.text}:`);
  typed.push({ node: entry, part: 'key' });
}

async function writeScalar({ editor, typed }: Author, node: OutlineNode): Promise<void> {
  const { text, isQuoted } = node.scalar!;
  if (editor.text().endsWith(`: ${text}`)) return;
  if (!/[ [,]$/.test(editor.text())) editor.type(' ');
  if (await editor.choose(text)) return;
  editor.type(isQuoted ? JSON.stringify(text) : text);
  typed.push({ node, part: 'value' });
}

async function writeList(author: Author, list: OutlineNode): Promise<void> {
  author.editor.type(' [');
  for (const [index, item] of list.children.entries()) {
    if (index > 0) author.editor.type(', ');
    await writeScalar(author, item);
  }
  author.editor.type(']');
}

async function valueOf(text: string): Promise<unknown> {
  return (await parseDocument({ path: '', text })).value!.value;
}

/** Whether nobody but the author can know a word: a name, or a text of any content. */
function isOwn(node: OutlineNode, part: 'key' | 'value'): boolean {
  if (part === 'key') return formsOf(schema, node.parent!).every(({ properties }) => !properties);
  const isListed = formsOf(schema, node).some(
    (form) => form.enum || form.const !== undefined || form.type === 'boolean',
  );
  return !isListed && referenceAt(pathOf(node)) === undefined;
}

it('reaches the file of the tutorial from an empty one, typing only what nobody else can know', async () => {
  const editor = openEditor(client, 'file:///new/fleet.yaml');
  const author: Author = { editor, typed: [] };
  await writeMap(author, parseOutline(tutorial), '');
  expect(await valueOf(editor.text())).toEqual(await valueOf(tutorial));
  expect(await client.diagnose(editor.uri)).toEqual([]);
  // The file speaks of a credential before it defines it, and a name that is nowhere yet cannot be offered.
  const others = author.typed.filter(({ node, part }) => !isOwn(node, part));
  expect(others.map(({ node }) => formatPath(pathOf(node)))).toEqual(['controller.credentials']);
  const keys = author.typed.filter(({ part }) => part === 'key');
  expect(keys.map(({ node }) => formatPath(pathOf(node)))).toContain('pools.web-ci');
});

it('reaches a whole fleet from the snippets alone, without a finding that stops it', async () => {
  const editor = openEditor(client, 'file:///snippets/fleet.yaml');
  await editor.choose('apiVersion');
  editor.type('\n');
  await editor.choose('kind');
  editor.type('\nmetadata: { name: acme }\nregistry: { direct: [docker.io, quay.io] }\n');
  for (const [block, labels] of Object.entries(snippets)) {
    await editor.choose(block);
    for (const [label, ...stops] of labels) {
      editor.type('\n  ');
      expect([label, await editor.choose(label, stops)]).toEqual([label, true]);
    }
    editor.type('\n');
  }
  const found = await client.diagnose(editor.uri);
  expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
});

const snippets: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  credentials: [['personal access token']],
  scopes: [['scope of a repository', 'web', 'acme', 'web']],
  pools: [
    ['pool with a fixed number of runners', 'fixed', 'fixed'],
    ['pool that follows the busy share', 'busy', 'busy'],
    ['pool that follows queued jobs', 'queued', 'queued'],
    ['pool that keeps a cache', 'cache', 'cache'],
  ],
};
