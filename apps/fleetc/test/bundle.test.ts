import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../src/tables/commands.ts';

interface Output {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly bytes: number;
}

const file = new URL('../dist/metafile.json', import.meta.url);
const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as { outputs: Record<string, Output> };

/** The chunks that are loaded together with one, itself included: static imports, followed to the end. */
function listStatic(chunk: string, found = new Set<string>()): Set<string> {
  const output = outputs[chunk];
  if (!output || found.has(chunk)) return found;
  found.add(chunk);
  for (const { path, kind } of output.imports) {
    if (kind === 'import-statement') listStatic(path, found);
  }
  return found;
}

function listInputs(chunk: string): string[] {
  const inputs = [...listStatic(chunk)].flatMap((name) => Object.entries(outputs[name]!.inputs));
  return inputs.flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : []));
}

function isFrom(...packages: readonly string[]): (input: string) => boolean {
  return (input) => packages.some((name) => input.includes(`node_modules/${name}/`));
}

it('keeps the entry one small file without the compiler and without dependencies', () => {
  expect([...listStatic('dist/main.mjs')]).toEqual(['dist/main.mjs']);
  expect(outputs['dist/main.mjs']!.bytes).toBeLessThan(30 * 1024);
  const foreign = listInputs('dist/main.mjs').filter((input) => !input.startsWith('src/'));
  expect(foreign.filter((input) => !/packages\/(diagnostics|input)\//.test(input))).toEqual([]);
  expect(foreign.filter((input) => input.includes('render'))).toEqual([]);
});

it.each(commands.map(({ name }) => name))(
  'loads neither ajv nor zod nor handlebars nor yaml to start %s',
  (name) => {
    const inputs = listInputs(`dist/commands/${name}.command.mjs`);
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter(isFrom('zod', 'handlebars', 'yaml'))).toEqual([]);
    // What compiled validators call at run time is small; the compiler of schemas is what must stay away.
    const ajv = inputs.filter(isFrom('ajv'));
    expect(ajv.filter((input) => !input.includes('ajv/dist/runtime/'))).toEqual([]);
  },
);

it('loads no compiler for what needs none', () => {
  for (const name of ['init', 'schema', 'completion', 'help', 'explain']) {
    const inputs = listInputs(`dist/commands/${name}.command.mjs`);
    expect(inputs.filter((input) => /packages\/(core|fleet|kubernetes)\//.test(input))).toEqual([]);
  }
});

it('can open a connection in the one command that is for it', () => {
  const users = commands
    .map(({ name }) => name)
    .filter((name) => listInputs(`dist/commands/${name}.command.mjs`).some(isFrom('undici')));
  expect(users).toEqual(['lock']);
  const chunks = Object.entries(outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some(isFrom('undici')))
    .map(([name]) => name);
  expect(chunks).toEqual(['dist/commands/lock.command.mjs']);
});
