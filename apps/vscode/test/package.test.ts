import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../pack/list-files.mjs';
import { packVsix } from '../pack/pack-vsix.mjs';
import { formatContentTypes } from '../pack/vsix-manifest.mjs';
import { fleetFiles } from '../src/fleet-selector.ts';

interface Manifest {
  readonly name: string;
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly yamlValidation: readonly { readonly fileMatch: string[]; readonly url: string }[];
  };
}

interface Setting {
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}

const files = await listFiles();
const unzipped = unzipSync(packVsix(files));
const textOf = (path: string) => Buffer.from(unzipped[path]!).toString();
const manifest = JSON.parse(textOf('extension/package.json')) as Manifest;
const { contributes } = manifest;

it('holds what the manifest of the extension names, and nothing to build or test it', () => {
  const { main, icon } = manifest;
  const named = [main, icon, ...contributes.yamlValidation.map(({ url }) => url)];
  for (const path of named) {
    expect(Object.keys(unzipped)).toContain(`extension/${path.replace('./', '')}`);
  }
  const others = Object.keys(unzipped).filter((path) => !path.startsWith('extension/dist/server/'));
  expect(others).toEqual([
    'extension.vsixmanifest',
    '[Content_Types].xml',
    'extension/changelog.md',
    'extension/readme.md',
    'extension/dist/extension.cjs',
    'extension/icon.png',
    'extension/package.json',
    'extension/schemas/left-to-fleetc.schema.json',
    'extension/LICENSE.txt',
    'extension/THIRD-PARTY-LICENSES.txt',
  ]);
});

it('holds the parts of the command line that serve an editor, and no other command', () => {
  const server = Object.keys(unzipped).filter((path) => /\/server\/(?!chunks)/.test(path));
  expect(server).toEqual([
    'extension/dist/server/commands/lsp.command.mjs',
    'extension/dist/server/main.mjs',
  ]);
  const text = Object.keys(unzipped).map((path) => textOf(path));
  expect(text.filter((one) => one.includes('sourceMappingURL'))).toEqual([]);
});

it('gives the same bytes in every time zone', () => {
  const zone = process.env['TZ'];
  const bytes = ['UTC', 'Asia/Kathmandu', 'America/St_Johns'].map((name) => {
    process.env['TZ'] = name;
    return Buffer.from(packVsix(files)).toString('base64');
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(new Set(bytes).size).toBe(1);
});

it('refuses a file whose kind it does not know', () => {
  expect(() => formatContentTypes(['extension/a.wasm'])).toThrow('".wasm"');
});

it('speaks in every place of the same file names, those of the command line', () => {
  const [association] = contributes.yamlValidation;
  expect(association!.fileMatch).toEqual(fleetFiles);
  const names = [
    'fleet.yaml',
    'fleetc.yaml',
    'a.fleet.yaml',
    'my-fleet.yaml',
    'fleet.yml',
    'a.yaml',
  ];
  for (const { when } of Object.values(contributes.menus).flat()) {
    const pattern = /^resourceFilename =~ \/(.*)\/$/.exec(when)![1]!;
    const taken = names.filter((name) => new RegExp(pattern).test(name));
    expect(taken).toEqual(['fleet.yaml', 'fleetc.yaml', 'a.fleet.yaml']);
  }
});

it('leaves the files to its server where another extension knows schemas', () => {
  const schema = JSON.parse(textOf('extension/schemas/left-to-fleetc.schema.json')) as object;
  expect(Object.keys(schema)).toEqual(['$schema', 'title', '$comment']);
});

it('has a title for each command, and each menu entry is one of them', () => {
  const commands = contributes.commands.map(({ command }) => command);
  expect(commands).toEqual(['fleetc.showManifests']);
  expect(contributes.commands.filter(({ title }) => title === '')).toEqual([]);
  const used = Object.values(contributes.menus).flat();
  expect(used.filter(({ command }) => !commands.includes(command))).toEqual([]);
  expect(manifest.activationEvents).toEqual(['onLanguage:yaml']);
});

it('describes each setting, also on its page, and trusts no strange workspace with a program', () => {
  const settings = Object.entries(contributes.configuration.properties);
  const page = textOf('extension/readme.md');
  for (const [name, { description, markdownDescription }] of settings) {
    expect(description ?? markdownDescription).toMatch(/\.$/);
    expect(page).toContain(`\`${name}\``);
  }
  const powerful = settings.filter(([, { scope }]) => scope === 'machine-overridable');
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  expect(powerful.map(([name]) => name)).toEqual(restrictedConfigurations);
});

it('asks for the editor whose interface it was written against', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

it('carries the licences of what it is made of', () => {
  const notices = textOf('extension/THIRD-PARTY-LICENSES.txt');
  for (const name of ['vscode-languageclient', 'vscode-languageserver', 'yaml', 'js-yaml']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(textOf('extension/LICENSE.txt')).toContain('Apache License');
});

it('has an icon of the size that editors ask for', () => {
  const icon = readFileSync(join(import.meta.dirname, '../icon.png'));
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
});
