import { coreRules } from '@fleetc/core';
import { fleetRules } from '@fleetc/fleet';
import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './support/client.ts';

// Put together here, so that no file of this repository holds what looks like a token.
const secret = `ghp_${'A1b2C3d4E5f6G7h8I9'.repeat(2)}`;
const suspicious = 'Zk8Jq2Lw9Xv4Rb7T';

const lock = `version: 1
images:
  ghcr.io/acme/runner:main:
    digest: sha256:${'1'.repeat(64)}
    platforms: [linux/amd64]
`;

function readFile(path: string) {
  if (path === 'fleet.lock.yaml') return { text: lock };
  return { failure: 'there is no such file', isMissing: true };
}

let client: Client;
const logged: unknown[] = [];
beforeAll(async () => {
  client = await startClient({ readFileOf: (uri) => (uri.includes('fix') ? readFile : undefined) });
  client.connection.onNotification('window/logMessage', (params) => void logged.push(params));
});
afterAll(() => client.stop());

async function actionsFor(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
  const { range } = diagnostic;
  const context = { diagnostics: [diagnostic] };
  return client.ask<CodeAction[]>('codeAction', uri, range.start, { range, context });
}

function apply(text: string, { edit }: CodeAction): string {
  const [edits] = Object.values(edit!.changes!);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits!);
}

const isError = ({ severity }: Diagnostic) => severity === 1;

const markers = readMarkers(join(import.meta.dirname, 'fixes'), true);

it.each(markers)(
  'mends at $name: $expected',
  async ({ name, text: marked, position, expected }) => {
    const uri = `file:///fix/${name}/fleet.yaml`;
    const text = marked.replaceAll('SECRET', secret);
    const [, code, titles] = /^(\w+): (.*)$/.exec(expected)!;
    client.open(uri, text);
    const found = await client.diagnose(uri);
    const here = found.find((one) => one.code === code && one.range.start.line === position.line);
    const actions = await actionsFor(uri, here!);
    expect(actions.map(({ title }) => title).join('; ') || 'nothing').toBe(titles);
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual(actions.map((_, at) => at === 0));
    expect(JSON.stringify(actions)).not.toMatch(new RegExp(`${secret}|${suspicious}`));
    for (const action of actions) {
      client.change(uri, apply(text, action));
      const rest = await client.diagnose(uri);
      expect(rest.filter((one) => isError(one) || one.code === code)).toEqual([]);
    }
  },
);

const head = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
registry: { direct: [docker.io, quay.io] }
pools:
  ci: { resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;
const scopes = `
# Whom the runners work for.
scopes:
  web: { repository: acme/web, credentials: github }
`;
const github = '{ pat: { secret: { from: { env: GITHUB_TOKEN } } } }';

const hub = '{ registry: { server: docker.io, secret: { from: { existing: true } } } }';
const mended = ['FLC2002', 'FLC2003', 'FLC3001', 'FLC3005'];

it.each([
  ['above the scopes', scopes, `\ncredentials:\n  github: ${github}\n${scopes}`],
  [
    'into an empty block',
    `credentials: # none yet\n${scopes}`,
    `credentials: # none yet\n  github: ${github}\n${scopes}`,
  ],
  [
    'into an empty block in brackets',
    `credentials: {}\n${scopes}`,
    `credentials: { github: ${github} }\n${scopes}`,
  ],
  [
    'before others in brackets',
    `credentials: { hub: ${hub} }\n${scopes}`,
    `credentials: { github: ${github}, hub: ${hub} }\n${scopes}`,
  ],
  [
    'before others, as far in as they are',
    `credentials:\n    # The hub.\n    hub: ${hub}\n${scopes}`,
    `credentials:\n    github: ${github}\n    # The hub.\n    hub: ${hub}\n${scopes}`,
  ],
])('adds a credential %s', async (_where, before, after) => {
  for (const end of ['\n', '\r\n']) {
    const uri = `file:///${end.length}/fixing/fleet.yaml`;
    const text = `${head}${before}`.replaceAll('\n', end);
    client.open(uri, text);
    const found = await client.diagnose(uri);
    const here = found.filter(({ code }) => mended.includes(String(code)));
    expect(here.length).toBeGreaterThan(0);
    for (const diagnostic of here) {
      const [action] = await actionsFor(uri, diagnostic);
      expect(apply(text, action!)).toBe(`${head}${after}`.replaceAll('\n', end));
    }
    client.change(uri, `${head}${after}`.replaceAll('\n', end));
    expect((await client.diagnose(uri)).filter(isError)).toEqual([]);
  }
});

function credential(secret: string): string {
  return `credentials:\n  github:\n    app:\n      secret: ${secret}\n      id: 1\n      installationId: 2\n`;
}

it('repeats no secret in a fix for another finding', async () => {
  const uri = 'file:///fixing/named/fleet.yaml';
  const text = `${head}credentials: { ${secret}: ${secret} }${scopes.replace('github', secret)}`;
  client.open(uri, text);
  for (const code of ['FLC3001', 'FLC4001', 'FLC4411', 'FLC2002']) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      const start = TextDocument.create('', '', 0, text).positionAt(at);
      const range = { start, end: start };
      expect(await actionsFor(uri, { range, code, source: 'fleetc', message: '' })).toEqual([]);
    }
  }
});

it('puts a reference where a secret of several lines stands', async () => {
  const uri = 'file:///fixing/lines/fleet.yaml';
  const dashes = '-'.repeat(5);
  const key = ['BEGIN RSA PRIVATE', 'END RSA PRIVATE'].map(
    (word) => dashes + word + ' KEY' + dashes,
  );
  const lines = [key[0], `MII${'Ab1'.repeat(20)}`, key[1]].map((line) => `        ${line}`);
  const text = head + credential(`|\n${lines.join('\n')}`) + scopes;
  client.open(uri, text);
  const found = await client.diagnose(uri);
  const [action] = await actionsFor(
    uri,
    found.find(({ code }) => code === 'FLC4001')!,
  );
  expect(apply(text, action!)).toBe(
    head + credential('{ from: { env: GITHUB_PRIVATE_KEY } }') + scopes,
  );
});

const examples = [...fleetRules, ...coreRules].flatMap(({ code, examples }) =>
  examples ? [{ code, bad: examples.bad }] : [],
);

it('brings no error into the bad example of any rule, and takes away what it mends', async () => {
  let fixes = 0;
  for (const { code, bad } of examples) {
    const uri = `file:///example/${code}/fleet.yaml`;
    client.open(uri, bad);
    const found = await client.diagnose(uri);
    const errors = found.filter(isError).map((one) => one.code);
    for (const diagnostic of found) {
      for (const action of await actionsFor(uri, diagnostic)) {
        client.change(uri, apply(bad, action));
        const rest = await client.diagnose(uri);
        const later = rest.filter(isError).map((one) => one.code);
        expect([code, action.title, later.filter((one) => !errors.includes(one))]).toEqual([
          code,
          action.title,
          [],
        ]);
        expect(rest.filter((one) => one.code === diagnostic.code).length).toBeLessThan(
          found.filter((one) => one.code === diagnostic.code).length,
        );
        fixes++;
      }
    }
  }
  expect(fixes).toBeGreaterThan(5);
});

it('says nothing of a secret anywhere else', () => {
  expect(JSON.stringify([client.published, logged])).not.toMatch(
    new RegExp(`${secret}|${suspicious}`),
  );
});
