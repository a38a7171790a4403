import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBroken } from './support/read-broken.ts';
import { serveCatalog } from './support/serve-catalog.ts';
import { startYamlServer, type YamlServer } from './support/yaml-server.ts';

const root = join(import.meta.dirname, '../../../..');
let catalog: Awaited<ReturnType<typeof serveCatalog>>;
let server: YamlServer;
beforeAll(async () => {
  catalog = await serveCatalog();
  server = await startYamlServer(catalog.url);
});
afterAll(async () => {
  await server.stop();
  catalog.close();
});

// An address of its own for each question: the server remembers what it said of a text.
let opened = 0;
const nextUri = () => `file:///${(opened += 1)}/fleet.yaml`;

const examples = readdirSync(join(root, 'examples')).filter((name) =>
  existsSync(join(root, 'examples', name, 'fleet.yaml')),
);

it.each(examples)('has nothing to say of the example %s', async (name) => {
  const text = readFileSync(join(root, 'examples', name, 'fleet.yaml'), 'utf8');
  // The first line names the schema by a path, which a text without a folder does not have.
  expect(await server.diagnose(nextUri(), text.replace(/^# yaml-language-server.*/, '#'))).toEqual(
    [],
  );
});

const broken = readBroken(join(import.meta.dirname, 'broken.txt'));

it('tries thirty broken files at least', () => {
  expect(broken.length).toBeGreaterThanOrEqual(30);
  expect(broken.filter(({ expected }) => expected.length === 0)).toEqual([]);
});

it.each(broken)('says of $title what is wrong, there, and no more', async (one) => {
  const found = await server.diagnose(nextUri(), one.text);
  expect(found.map(({ message, range }) => ({ message, range }))).toEqual(one.expected);
});

const completions = readMarkers(join(import.meta.dirname, 'completion'), true);

it('tries twenty places of each kind at least', () => {
  expect(completions.length).toBeGreaterThanOrEqual(20);
  expect(hovers.length).toBeGreaterThanOrEqual(20);
});

// `a, b` are all that is offered; `a, b, ...` are some of it.
it.each(completions)('offers at $name: $expected', async ({ text, position, expected }) => {
  const labels = (await server.complete(nextUri(), text, position))
    .map(({ label }) => label)
    .sort();
  const words = expected.split(', ');
  if (words.at(-1) !== '...') expect(labels).toEqual(words.toSorted());
  else expect(labels).toEqual(expect.arrayContaining(words.slice(0, -1)));
});

const hovers = readMarkers(join(import.meta.dirname, 'hover'), false);

// Pieces, separated by `&&`, of what is shown, in their order.
it.each(hovers)('shows at $name: $expected', async ({ text, position, expected }) => {
  let rest = await server.hover(nextUri(), text, position);
  for (const piece of expected.split(' && ')) {
    expect(rest).toContain(piece);
    rest = rest.slice(rest.indexOf(piece) + piece.length);
  }
});

it('writes a whole pool, scope and credential at once', async () => {
  const head = 'apiVersion: fleetc.dev/v1\nkind: Fleet\nmetadata: { name: acme }\n';
  const insertions = async (block: string) => {
    const text = `${head}${block}:\n  \n`;
    const items = await server.complete(nextUri(), text, { line: 4, character: 2 });
    return Object.fromEntries(items.map(({ label, insertText }) => [label, insertText]));
  };
  expect((await insertions('scopes'))['scope of a repository']).toBe(
    '${1:web}:\n  repository: ${2:acme}/${3:web}',
  );
  expect((await insertions('pools'))['pool with a fixed number of runners']).toBe(
    [
      '${1:build}:',
      '  labels:',
      '    - ${2:build}',
      '  replicas: ${3:2}',
      '  resources:',
      '    requests:',
      '      cpu: ${4:500m}',
      '      memory: ${5:1Gi}',
    ].join('\n'),
  );
  expect((await insertions('credentials'))['GitHub App']).toBe(
    [
      '${1:github}:',
      '  app:',
      '    id: ${2:12345}',
      '    installationId: ${3:67890}',
      '    secret:',
      '      name: controller-manager',
      '      from:',
      '        file: ${4:app.pem}',
    ].join('\n'),
  );
});
