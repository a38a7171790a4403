import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainFleet } from '@fleetc/testing/plain-fleet';
import { expect, it, vi } from 'vitest';
import { listFiles } from '../pack/list-files.mjs';
import { packVsix } from '../pack/pack-vsix.mjs';
import { loadExtension } from './support/load-extension.ts';
import { createEditor } from './support/stand-in-editor.ts';
import { makeFolder, unpack } from './support/unpack.ts';

const fleet = `${plainFleet}  nightly:
    replicas: 3
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;

const folder = join(unpack(packVsix(await listFiles())), 'extension');

async function start(settings: Record<string, unknown> = {}) {
  const editor = createEditor(settings);
  const { activate, deactivate } = loadExtension(folder, editor.module);
  const subscriptions: unknown[] = [];
  await activate({ subscriptions, asAbsolutePath: (path: string) => join(folder, path) });
  return { ...editor, deactivate, subscriptions };
}

const wait = { timeout: 10_000 };

it('starts its server with the first fleet, and shows what the server finds', async () => {
  const editor = await start();
  expect(editor.registrations.map(({ name, args }) => [name, args[0]])).toEqual([
    ['registerCommand', 'fleetc.showManifests'],
    ['registerTextDocumentContentProvider', 'fleetc-manifests'],
  ]);
  const file = join(makeFolder({}), 'fleet.yaml');
  editor.open(file.replace('fleet.yaml', 'values.yaml'), 'a: 1');
  expect(editor.registrations).toHaveLength(2);
  const document = editor.open(file, fleet.replace('direct:', 'direkt:'));
  await vi.waitFor(
    () => expect(editor.publications(document).at(-1) ?? []).toContain('FLC2001'),
    wait,
  );
  editor.change(document, fleet);
  await vi.waitFor(() => expect(editor.publications(document).at(-1)).toEqual([]), wait);
  const names = editor.registrations.map(({ name }) => name);
  expect(names).toContain('registerHoverProvider');
  await editor.deactivate();
});

it('shows the objects of the pool under the cursor beside the fleet, and follows edits', async () => {
  const editor = await start();
  const document = editor.open(join(makeFolder({}), 'a.fleet.yaml'), fleet);
  editor.placeCursor(document, 14, 4);
  await vi.waitFor(() => expect(editor.publications(document)).toEqual([[]]), wait);
  await editor.run('fleetc.showManifests');
  const [{ document: shown, options }] = editor.shown as [(typeof editor.shown)[number]];
  expect(options).toEqual({ viewColumn: -2, preserveFocus: true, preview: true });
  expect(shown.uri.path).toBe('/nightly (compiled).yaml');
  expect(shown.getText()).toContain('kind: RunnerDeployment');
  expect(shown.getText()).toContain('replicas: 3');
  expect(shown.getText()).not.toContain('replicas: 2');

  editor.change(document, `# new\n${fleet.replace('replicas: 3', 'replicas: 5')}`);
  const last = () => editor.readOnlyChanges.at(-1);
  await vi.waitFor(() => expect(last()).toContain('replicas: 5'), wait);

  editor.change(document, document.getText().replace('replicas: 5', 'replicas: -5'));
  await vi.waitFor(() => expect(last()).toMatch(/^# The fleet has errors/), wait);
  expect(last()).toContain('replicas: 5');

  editor.close(shown);
  const count = editor.readOnlyChanges.length;
  editor.change(document, fleet);
  await vi.waitFor(() => expect(editor.publications(document).at(-1)).toEqual([]), wait);
  expect(editor.readOnlyChanges).toHaveLength(count);
  await editor.deactivate();
});

it('shows the pool that the line above it names, and says when there is none', async () => {
  const editor = await start();
  const document = editor.open(join(makeFolder({}), 'fleetc.yaml'), fleet);
  await vi.waitFor(() => expect(editor.publications(document)).toEqual([[]]), wait);
  await editor.run('fleetc.showManifests', { uri: document.uri.toString(), pool: 'ci' });
  expect(editor.shown.map((one) => one.document.uri.path)).toEqual(['/ci (compiled).yaml']);
  await editor.run('fleetc.showManifests', document.uri.toString(), 'nobody');
  await editor.run('fleetc.showManifests');
  const nothing = 'There is no pool here, or errors keep it from being compiled.';
  expect(editor.messages).toEqual([nothing, nothing]);
  await editor.deactivate();
});

it('starts the program of the settings instead, with their variables', async () => {
  const program = join(makeFolder({}), 'own-fleetc');
  const main = join(folder, 'dist/server/main.mjs');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "$OWN_SERVER" "$@"\n`, {
    mode: 0o755,
  });
  const editor = await start({ 'fleetc.path': join(program, 'missing') });
  const document = editor.open(join(makeFolder({}), 'fleet.yaml'), fleet);
  await vi.waitFor(() => expect(editor.messages).not.toEqual([]), wait);
  expect(editor.publications(document)).toEqual([]);
  editor.settings['fleetc.environment'] = { OWN_SERVER: main };
  editor.configure('fleetc.path', program);
  await vi.waitFor(() => expect(editor.publications(document)).toEqual([[]]), wait);
  await editor.deactivate();
});
