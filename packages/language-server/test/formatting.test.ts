import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ delay: 60_000 });
});
afterAll(() => client.stop());

async function format(uri: string): Promise<readonly TextEdit[]> {
  const options = { tabSize: 2, insertSpaces: true };
  return client.ask<TextEdit[]>('formatting', uri, { line: 0, character: 0 }, { options });
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

const messy = `kind:   Fleet
apiVersion: fleetc.dev/v1 # the language
metadata:
    name: "acme"


scopes: {web: {repository: acme/web}}
`;

const folder = join(import.meta.dirname, '../../../examples');
const texts: (readonly [string, string])[] = [
  ['messy', messy],
  ['messy with CRLF', messy.replaceAll('\n', '\r\n')],
  ...readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name, 'fleet.yaml'), 'utf8')] as const,
  ),
];

it.each(texts)('lays %s out once, by one edit, and then has nothing to do', async (name, text) => {
  const uri = `file:///format/${encodeURIComponent(name)}/fleet.yaml`;
  client.open(uri, text);
  const edits = await format(uri);
  expect(edits.length).toBeLessThanOrEqual(1);
  const after = apply(text, edits);
  client.change(uri, after);
  expect(await format(uri)).toEqual([]);
  expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
});

it('changes no more lines than differ', async () => {
  const uri = 'file:///format/line/fleet.yaml';
  client.open(uri, messy);
  const clean = apply(messy, await format(uri));
  client.change(uri, clean.replace('kind: Fleet', 'kind:   Fleet'));
  const [edit] = await format(uri);
  expect(edit!.newText).toBe('kind: Fleet\n');
  expect(edit!.range.end.line - edit!.range.start.line).toBe(1);
});

it('leaves alone what is no YAML, and other files', async () => {
  const uri = 'file:///format/broken/fleet.yaml';
  client.open(uri, `${messy}  [`);
  expect(await format(uri)).toEqual([]);
  const other = 'file:///format/values.yaml';
  client.open(other, messy);
  expect(await format(other)).toBeNull();
});
