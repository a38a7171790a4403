import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParts } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

const folder = join(import.meta.dirname, 'diagnostics');
const files = readdirSync(folder).flatMap((name) => [
  { name, ends: 'LF', read: () => readFileSync(join(folder, name), 'utf8') },
  {
    name,
    ends: 'CRLF',
    read: () => readFileSync(join(folder, name), 'utf8').replaceAll('\n', '\r\n'),
  },
]);

it.each(files)('finds in $name with $ends what is marked, and nothing else', async (file) => {
  const uri = `file:///${file.ends}/${file.name.replace('.yaml', '.fleet.yaml')}`;
  const { text, parts } = readParts(file.read());
  client.open(uri, text);
  const found = await client.diagnose(uri);
  expect(found.map(({ code, range }) => ({ expected: code, range }))).toEqual(parts);
});

const fleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { existing: true } } } }
scopes:
  web: { repository: acme/web }
pools:
  ci:
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;

async function diagnose(name: string, text: string): Promise<readonly Diagnostic[]> {
  const uri = `file:///${name}/fleet.yaml`;
  client.open(uri, text);
  return client.diagnose(uri);
}

it('says of a finding what the command line says, with a link and both places', async () => {
  const found = await diagnose('words', fleet.replace('  ci:\n', '  ci:\n    scope: wep\n'));
  expect(found).toEqual([
    {
      range: { start: { line: 11, character: 11 }, end: { line: 11, character: 14 } },
      severity: 1,
      source: 'fleetc',
      code: 'FLC3002',
      codeDescription: { href: 'https://fleetc.dev/rules/FLC3002' },
      message:
        'pool "ci" uses scope "wep", which is not defined\n' +
        'why: the runners would have nowhere to register\nfix: write "web"',
      relatedInformation: [
        {
          location: {
            uri: 'file:///words/fleet.yaml',
            range: { start: { line: 8, character: 2 }, end: { line: 8, character: 5 } },
          },
          message: 'did you mean this one?',
        },
      ],
    },
  ]);
});

it('shows what an override breaks in both places', async () => {
  const override = `environments:
  production:
    override: { pools: { ci: { resources: null } } }
`;
  const [found] = await diagnose('override', fleet + override);
  expect(found).toMatchObject({ code: 'FLC4401', severity: 2 });
  const broken = 'environments: { production: { override: { scopes: { web: null } } } }\n';
  const scope = fleet.replace('  ci:\n', '  ci:\n    scope: web\n');
  const [error] = await diagnose('removed', scope + broken);
  expect(error!.relatedInformation!.map(({ message }) => message)).toEqual([
    'defined here',
    'environment "production" removes it',
  ]);
});

it('publishes no secret that stands in the text', async () => {
  const secret = `ghp_${'A1b2C3d4E5f6G7h8I9'.repeat(2)}`;
  const found = await diagnose('secret', fleet.replace('acme/web', `acme/${secret}`));
  expect(found.map(({ code }) => code)).toContain('FLC4001');
  expect(JSON.stringify(client.published)).not.toContain(secret.slice(4, 16));
});

it('checks a text once that is typed without a pause, whoever waits for it', async () => {
  let checks = 0;
  const readFile = () => ({ failure: 'no such file', isMissing: checks++ >= 0 });
  const slow = await startClient({ delay: 100, readFileOf: () => readFile });
  const uri = 'file:///typing/fleet.yaml';
  slow.open(uri, fleet.replace('kind: Fleet', 'kind: F'));
  const lenses = ['Fl', 'Fle', 'Flee', 'Fleet'].map((kind) => {
    slow.change(uri, fleet.replace('kind: Fleet', `kind: ${kind}`));
    return slow.ask<object[]>('codeLens', uri, { line: 0, character: 0 });
  });
  expect(await slow.diagnose(uri)).toEqual([]);
  expect((await Promise.all(lenses)).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  await slow.stop();
  expect(slow.published.map(({ version }) => version)).toEqual([5]);
  expect(checks).toBe(1);
});

it('answers who waits for a document that is closed', async () => {
  const slow = await startClient({ delay: 60_000 });
  const uri = 'file:///waiting/fleet.yaml';
  slow.open(uri, fleet);
  const lenses = slow.ask('codeLens', uri, { line: 0, character: 0 });
  await slow.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  expect(await lenses).toEqual([]);
  await slow.stop();
});

it('drops what it finds in a text when a newer one has come meanwhile', async () => {
  const waiting: (() => void)[] = [];
  const readFile = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { failure: 'no such file', isMissing: true };
  };
  const slow = await startClient({ readFileOf: () => readFile });
  const uri = 'file:///slow/fleet.yaml';
  slow.open(uri, fleet.replace('kind: Fleet', 'kind: Flet'));
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  slow.change(uri, fleet);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  for (const proceed of waiting) proceed();
  expect(await slow.diagnose(uri)).toEqual([]);
  await slow.stop();
  expect(slow.published.map(({ version }) => version)).toEqual([2]);
});

it('waits for a pause, and takes back what it said when the document is closed', async () => {
  const slow = await startClient({ delay: 50 });
  const uri = 'file:///closed/fleet.yaml';
  slow.open(uri, 'kind: Flet\n');
  expect(slow.published).toEqual([]);
  expect(await slow.diagnose(uri)).not.toEqual([]);
  const textDocument = { uri };
  await slow.connection.sendNotification('textDocument/didClose', { textDocument });
  expect(await slow.stop()).toBe(0);
  expect(slow.published.at(-1)).toEqual({ uri, diagnostics: [] });
});

it('reports on the lock file in the lock file, and looks at it again after a save', async () => {
  let lock = 'version: 1\nimages: none\n';
  const readFile = () => ({ text: lock });
  const beside = await startClient({ readFileOf: () => readFile });
  const uri = 'file:///a%20b/fleet.yaml';
  beside.open(uri, fleet);
  expect(await beside.diagnose(uri)).toEqual([]);
  const inLock = () => beside.published.filter((one) => one.uri !== uri);
  expect(inLock().map((one) => one.uri)).toEqual(['file:///a%20b/fleet.lock.yaml']);
  const [broken] = inLock()[0]!.diagnostics;
  expect(broken).toMatchObject({ code: 'FLC4951', range: { start: { line: 1, character: 0 } } });
  lock = 'version: 1\nimages: {}\n';
  await beside.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  await vi.waitFor(() => expect(inLock().at(-1)!.diagnostics).toEqual([]));
  await beside.stop();
});

function failToRead(): never {
  throw new Error('the disk is gone');
}

it('tells the editor of a fault, and goes on', async () => {
  const faulty = await startClient({ readFileOf: () => failToRead });
  const logged: unknown[] = [];
  faulty.connection.onNotification('window/logMessage', (params) => void logged.push(params));
  const uri = 'file:///fault/fleet.yaml';
  faulty.open(uri, fleet);
  await vi.waitFor(() =>
    expect(logged).toEqual([{ type: 1, message: 'fleetc: Error: the disk is gone' }]),
  );
  const found = await faulty.hover(uri, { line: 1, character: 1 });
  expect(found!.contents).toEqual({
    kind: 'markdown',
    value: 'What this document is.\n\nExample: `Fleet`',
  });
  expect(faulty.published).toEqual([]);
  await faulty.stop();
});

it('leaves files of other names alone', async () => {
  const count = client.published.length;
  const uri = 'file:///other/values.yaml';
  client.open(uri, 'kind: Flet\n');
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await diagnose('after', fleet);
  expect(client.published.slice(count).map((one) => one.uri)).toEqual(['file:///after/fleet.yaml']);
});
