import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  readonly names: readonly string[];
}

const statement =
  /^\s*(?:import|export)\s+(?!type\b)([^'";]*?)\s*from\s*'([^']+)'|import\('([^']+)'\)/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(statement)].map(([, names = '', from, loaded]) => ({
    from: resolveImport(file, from ?? loaded!),
    names: names.match(/\w+/g) ?? [],
  }));
}

function resolveImport(file: string, from: string): string {
  return from.startsWith('.') ? relative(source, join(source, dirname(file), from)) : from;
}

/** Every module that one of these loads, itself included; packages by their names. */
function reach(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (file.endsWith('.ts')) for (const { from } of importsOf(file)) visit(from);
  };
  entries.forEach(visit);
  return seen;
}

const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const inSecrets = modules.filter((file) => file.startsWith('secrets/'));
const readers = ['secrets/read-value.ts', 'secrets/use-secret-bytes.ts', 'seal/take-value.ts'];

it('reads values in two commands only, and neither of them can lay out a tree or write one', () => {
  const commands = modules.filter((file) => file.startsWith('commands/'));
  const reading = commands.filter((command) => {
    const reached = reach([command]);
    return command !== 'commands/load-command.ts' && readers.some((file) => reached.has(file));
  });
  expect(reading).toEqual(['commands/seal.command.ts', 'commands/secrets.command.ts']);
  const reached = [...reach(reading)].filter((file) => file.endsWith('.ts'));
  expect(reached.filter((file) => file.startsWith('build/'))).toEqual([]);
  const taken = reached
    .flatMap((file) => importsOf(file))
    .filter(({ from }) => from === '@fleetc/output' || from === '@fleetc/targets')
    .flatMap(({ names }) => names);
  // The texts of rules, for SARIF.
  expect([...new Set(taken)].filter((name) => !name.endsWith('Rules'))).toEqual([]);
});

it('takes nothing that writes files where Secrets are filled', () => {
  const reached = [...reach(['commands/secrets.command.ts', ...inSecrets])];
  const taken = reached
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => importsOf(file))
    .filter(({ from }) => /^(?:node:)?fs(?:\/promises)?$/.test(from));
  const reading = [
    'accessSync',
    'closeSync',
    'constants',
    'existsSync',
    'openSync',
    'readSync',
    'readdirSync',
    'realpathSync',
    'statSync',
  ];
  const names = [...new Set(taken.flatMap((found) => found.names))];
  expect(names.filter((name) => !reading.includes(name))).toEqual([]);
  expect(names).toContain('openSync');
});

it('writes no file while sealing but by the two modules that take ciphertext', () => {
  const writing = modules
    .filter((file) => file.startsWith('seal/'))
    .filter((file) =>
      importsOf(file).some(({ from, names }) => {
        return (
          /^(?:node:)?fs/.test(from) && names.some((name) => /write|rename|append/i.test(name))
        );
      }),
    );
  expect(writing).toEqual(['seal/replace-file.ts']);
});
