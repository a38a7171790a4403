import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMarkers } from '@fleetc/testing/markers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeLens, Position } from 'vscode-languageserver';
import { type Client, startClient } from './support/client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.stop());

interface Manifests {
  readonly title: string;
  readonly text: string;
}

function showManifests(params: object): Promise<Manifests | null> {
  return client.connection.sendRequest('fleetc/manifests', params);
}

const top: Position = { line: 0, character: 0 };

async function lensesOf(uri: string, text: string): Promise<readonly CodeLens[]> {
  client.open(uri, text);
  return client.ask<CodeLens[]>('codeLens', uri, top);
}

const markers = readMarkers(join(import.meta.dirname, 'pools'), false);

// `a && b` are the titles of the lenses on the line.
it.each(markers)('shows above $name: $expected', async ({ name, text, position, expected }) => {
  const lenses = await lensesOf(`file:///lens/${name}/fleet.yaml`, text);
  const here = lenses.filter(({ range }) => range.start.line === position.line);
  expect(here.map(({ command }) => command!.title).join(' && ') || 'nothing').toBe(expected);
});

const tutorial = readFileSync(
  join(import.meta.dirname, '../../../examples/tutorial/fleet.yaml'),
  'utf8',
);

it('gives a lens what the compiled objects are asked with', async () => {
  const uri = 'file:///tutorial/fleet.yaml';
  const [lens, ...others] = await lensesOf(uri, tutorial);
  expect(others.length).toBe(3);
  expect(lens!.command).toMatchObject({ command: 'fleetc.showManifests' });
  const [argument] = lens!.command!.arguments as [object];
  expect(argument).toEqual({ uri, pool: 'web-ci' });
  const shown = await showManifests(argument);
  expect(shown!.title).toBe('web-ci (compiled)');
  const file = 'plain/50-runners/runnerdeployment-acme-web-ci.yaml';
  const expected = join(import.meta.dirname, '../../../examples/tutorial/expected', file);
  expect(shown!.text).toBe(readFileSync(expected, 'utf8'));
});

it('compiles the pool around a position, and no other', async () => {
  const uri = 'file:///around/fleet.yaml';
  client.open(uri, tutorial);
  const lines = tutorial.split('\n');
  const titleAt = async (words: string, character = 0) => {
    const line = lines.findIndex((text) => text.includes(words));
    return (await showManifests({ uri, position: { line, character } }))?.title;
  };
  expect(await titleAt('  web-ci:')).toBe('web-ci (compiled)');
  expect(await titleAt('labels: [build]', 12)).toBe('build (compiled)');
  expect(await titleAt('# The class has to reclaim')).toBe('cached (compiled)');
  expect(await titleAt('pools:')).toBeUndefined();
  expect(await titleAt('profiles:')).toBeUndefined();
});

it('compiles what an environment makes of a pool where its override names it', async () => {
  const { text, position } = markers.find(({ text }) => text.includes('replicas: 9'))!;
  const uri = 'file:///environments/fleet.yaml';
  client.open(uri, text);
  const line = text.split('\n').findIndex((words) => words.includes('replicas: 9'));
  const patched = await showManifests({ uri, position: { line, character: 10 } });
  expect(patched!.text.match(/^# .*|replicas: \d+/gm)).toEqual([
    '# Environment production',
    'replicas: 9',
  ]);
  const both = await showManifests({ uri, position });
  expect(both!.text.match(/^# .*|replicas: \d+/gm)).toEqual([
    '# Environment production',
    'replicas: 9',
    '# Environment staging',
    'replicas: 2',
  ]);
});

it('compiles nothing of a fleet with errors, of a pool that is not there, and of another file', async () => {
  const uri = 'file:///broken/fleet.yaml';
  client.open(uri, tutorial.replace('scope: web\n', 'scope: wep\n'));
  expect(await showManifests({ uri, pool: 'build' })).toBeNull();
  client.change(uri, tutorial);
  expect(await showManifests({ uri, pool: 'bild' })).toBeNull();
  expect(await showManifests({ uri: 'file:///not-open/fleet.yaml', pool: 'build' })).toBeNull();
  const other = 'file:///other/values.yaml';
  client.open(other, tutorial);
  expect(await showManifests({ uri: other, pool: 'build' })).toBeNull();
});

it('shows nothing of a value that looks like a secret in compiled objects', async () => {
  const uri = 'file:///suspicious/fleet.yaml';
  const secret = 'Zk8Jq2Lw9Xv4Rb7Ty1Nc6Md3Pf5Hg0Sa';
  client.open(uri, tutorial.replace('    replicas: 3\n', `    env: { TOKEN: ${secret} }\n`));
  const shown = await showManifests({ uri, pool: 'build' });
  expect(shown!.text).toContain('TOKEN');
  expect(shown!.text).not.toContain(secret);
});
