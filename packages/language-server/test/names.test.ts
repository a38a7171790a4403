import { formatPath } from '@fleetc/diagnostics';
import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CodeAction,
  DocumentSymbol,
  Location,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findNode } from '../src/text/find-node.ts';
import { pathOf } from '../src/text/outline.ts';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

const markers = readMarkers(join(import.meta.dirname, 'names'), false);

function pathsOf(text: string, locations: readonly Location[]): string {
  const document = TextDocument.create('', '', 0, text);
  const nodes = locations.map(({ range }) => findNode(text, document.offsetAt(range.start))!.node);
  return nodes.map((node) => formatPath(pathOf(node))).join(', ');
}

it.each(markers)('finds at $name: $expected', async ({ name, text, position, expected }) => {
  const uri = `file:///names/${name}/fleet.yaml`;
  client.open(uri, text);
  const defined = await client.ask<Location[]>('definition', uri, position);
  const context = { includeDeclaration: false };
  const used = await client.ask<Location[]>('references', uri, position, { context });
  expect(`${pathsOf(text, defined)} <- ${pathsOf(text, used)}`).toBe(expected);
});

it.each(markers)('renames at $name without a new finding', async ({ name, text, position }) => {
  const uri = `file:///rename/${name}/fleet.yaml`;
  client.open(uri, text);
  const before = await client.diagnose(uri);
  const { placeholder } = await client.ask<{ placeholder: string }>('prepareRename', uri, position);
  const edit = await client.ask<WorkspaceEdit>('rename', uri, position, { newName: 'other' });
  const renamed = apply(text, edit.changes![uri]!);
  expect(renamed).not.toBe(text);
  client.change(uri, renamed);
  const after = await client.diagnose(uri);
  expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
  const back = await client.ask<WorkspaceEdit>('rename', uri, position, { newName: placeholder });
  expect(apply(renamed, back.changes![uri]!)).toBe(text);
});

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

const { text: fleet } = markers[0]!;

/** Where the first occurrence of a text is. */
function place(text: string, word: string) {
  return TextDocument.create('', '', 0, text).positionAt(text.indexOf(word));
}

async function refusal(name: string, text: string, word: string, newName: string) {
  const uri = `file:///refused/${name}/fleet.yaml`;
  client.open(uri, text);
  return client.ask('rename', uri, place(text, word), { newName }).then(
    () => 'renamed',
    (error: Error) => error.message,
  );
}

it('refuses a name that the language does not have, that is taken, or that means something', async () => {
  expect(await refusal('form', fleet, 'big: {', 'Big One')).toContain('"Big One" is no name');
  expect(await refusal('taken', fleet, 'web: {', 'api')).toBe(
    'there is "api" below "scopes" already',
  );
  expect(await refusal('default', fleet, 'default: {', 'usual')).toContain('because of its name');
  expect(await refusal('meaning', fleet, 'big: {', 'default')).toContain('because of its name');
  const broken = fleet.replace('scope: web', 'scope: wep');
  expect(await refusal('undefined', broken, 'wep', 'web2')).toBe(
    '"wep" is not defined in this file',
  );
  const alias = fleet.replace('  web: {', '  &w web: {').replace('scope: web', 'scope: *w');
  expect(await refusal('alias', alias, 'web: {', 'site')).toContain('such as an alias');
});

it('quotes a new name that would be read as a number', async () => {
  const uri = 'file:///number/fleet.yaml';
  client.open(uri, fleet);
  const at = place(fleet, 'big: {');
  const edit = await client.ask<WorkspaceEdit>('rename', uri, at, { newName: '12' });
  expect(edit.changes![uri]!.map(({ newText }) => newText)).toEqual(['"12"', '"12"', '"12"']);
});

it('finds no name in other words, and none in a text that is no YAML', async () => {
  const uri = 'file:///no-name/fleet.yaml';
  client.open(uri, fleet);
  expect(await client.ask('definition', uri, place(fleet, 'web, api ]'))).toEqual([]);
  expect(await client.ask('prepareRename', uri, place(fleet, 'acme/web'))).toBeNull();
  client.change(uri, `${fleet}\n  [`);
  expect(await client.ask('definition', uri, place(fleet, 'web: {'))).toEqual([]);
});

it('lists the blocks and what they name', async () => {
  const uri = 'file:///symbols/fleet.yaml';
  client.open(uri, fleet);
  const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', uri, place(fleet, ''));
  expect(symbols.map(({ name, children }) => [name, ...children!.map(({ name }) => name)])).toEqual(
    [
      ['apiVersion'],
      ['kind'],
      ['metadata'],
      ['controller'],
      ['registry'],
      ['credentials', 'github', 'harbor'],
      ['scopes', 'web', 'api'],
      ['profiles', 'default', 'big'],
      ['pools', 'ci', 'build'],
      ['environments', 'staging', 'production'],
    ],
  );
});

it.each([
  ['scope: web', 'scope: wep', 'Change to "web"'],
  ["credentials: 'github'", "credentials: 'githib'", 'Change to "github"'],
  ['replicas: 8', 'replicsa: 8', 'Change to "replicas"'],
  ['docker: { sidecar: ', 'docker: { sidecra: ', 'Change to "sidecar"'],
  ['kind: Fleet', 'kind: Flet', 'Change to "Fleet"'],
  ['only: ["ci"]', 'only: ["cj"]', 'Change to "ci"'],
])('mends %s, when it is written %s', async (good, bad, title) => {
  const uri = `file:///fix/${bad}/fleet.yaml`;
  const text = fleet.replace(good, bad);
  client.open(uri, text);
  const [first] = await client.diagnose(uri);
  const context = { diagnostics: [first!] };
  const at = { range: first!.range, context };
  const actions = await client.ask<CodeAction[]>('codeAction', uri, first!.range.start, at);
  expect(actions[0]!.title).toBe(title);
  expect(apply(text, actions[0]!.edit!.changes![uri]!)).toBe(fleet);
});

it('offers no fix for a word that is close to none', async () => {
  const uri = 'file:///no-fix/fleet.yaml';
  client.open(uri, fleet.replace('scope: web', 'scope: intranet'));
  const [first] = await client.diagnose(uri);
  const more = { range: first!.range, context: { diagnostics: [first!] } };
  expect(await client.ask('codeAction', uri, first!.range.start, more)).toEqual([]);
});
