import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fleetFiles } from '../src/fleet-selector.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, language, text]) => [language!, text!] as const,
);
const snippets = (language: string) =>
  fences.filter(([name]) => name === language).map(([, text]) => text);

it('shows a set-up in the language of each editor', () => {
  expect(fences.map(([language]) => language)).toEqual([
    'console',
    'lua',
    'lua',
    'toml',
    'json',
    'toml',
    'yaml',
    'elisp',
    'json',
  ]);
});

it('writes JSON that can be read', () => {
  for (const text of snippets('json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
});

it('writes TOML of tables, keys and values on one line', () => {
  const [server, schemas] = snippets('toml').map(readToml);
  expect(server).toEqual({
    'language-server.fleetc': { command: 'fleetc', args: ['lsp'] },
    '[language]': { 'name': 'yaml', 'language-servers': ['fleetc', 'yaml-language-server'] },
  });
  const table = schemas!['language-server.yaml-language-server.config.yaml.schemas']!;
  expect(Object.values(table)).toEqual([fleetFiles]);
});

/** Tables of keys and values that JSON has, too, which is all that the page uses. */
function readToml(text: string): Record<string, Record<string, unknown>> {
  const tables: Record<string, Record<string, unknown>> = {};
  let table: Record<string, unknown> = {};
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const name = /^\[(.*)\]$/.exec(line)?.[1];
    if (name === undefined) {
      const [, key, value] = /^("[^"]+"|[\w-]+) = (.+)$/.exec(line)!;
      table[key!.replaceAll('"', '')] = JSON.parse(value!);
    } else tables[name] = table = {};
  }
  return tables;
}

it.each(['lua', 'elisp'])('closes what it opens in %s', (language) => {
  for (const text of snippets(language)) {
    const plain = text.replaceAll(/'[^'\n]*'|"[^"\n]*"/g, '');
    for (const [open, close] of ['()', '{}', '[]'] as const) {
      expect(plain.split(open!).length).toBe(plain.split(close!).length);
    }
    const blocks = plain.match(/\b(?:function|then)\b/g) ?? [];
    expect(plain.match(/\bend\b/g) ?? []).toHaveLength(language === 'lua' ? blocks.length : 0);
  }
});

it('names commands of fleetc that exist, and starts the server with each', () => {
  const cli = join(root, 'apps/fleetc/bin/fleetc.mjs');
  const named = [...page.matchAll(/\bfleetc (init|schema|check|fmt|lsp)\b/g)].map(
    ([, name]) => name!,
  );
  const { stdout } = spawnSync(process.execPath, [cli, 'help'], { encoding: 'utf8' });
  for (const name of new Set(named)) expect(stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
  for (const text of [...snippets('lua').slice(0, 1), ...snippets('elisp')]) {
    expect(text).toMatch(/['"]fleetc['"],? ['"]lsp['"]/);
  }
});

it('speaks of the file names that the server serves, wherever it names any', () => {
  for (const text of [...snippets('lua').slice(1), ...snippets('toml').slice(1)]) {
    for (const name of fleetFiles) expect(text).toContain(name.replace('*', ''));
  }
});

it('names files and scripts of the repository that are there', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link!);
  for (const link of links) expect(existsSync(resolve(root, 'docs', link))).toBe(true);
  expect(existsSync(join(root, 'apps/fleetc/bin/fleetc.mjs'))).toBe(true);
  const text = readFileSync(join(root, 'apps/vscode/package.json'), 'utf8');
  const { name, version, scripts } = JSON.parse(text) as {
    readonly name: string;
    readonly version: string;
    readonly scripts: Readonly<Record<string, string>>;
  };
  expect(snippets('console')[0]).toContain(`npm run package -w ${name}`);
  expect(Object.keys(scripts)).toContain('package');
  expect(snippets('console')[0]).toContain(`apps/vscode/dist/${name}-${version}.vsix`);
});
