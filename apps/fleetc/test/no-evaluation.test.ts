import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const root = join(import.meta.dirname, '../../..');
const evaluation =
  /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*['"`]|(?:from|import\()\s*['"](?:node:)?vm['"]/;

/** Every source file that becomes a part of what is shipped. */
function listSources(): string[] {
  return ['packages', 'apps'].flatMap((above) =>
    readdirSync(join(root, above)).flatMap((name) => {
      const source = join(root, above, name, 'src');
      try {
        return readdirSync(source, { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.(?:ts|js|mjs)$/.test(file))
          .map((file) => join(source, file));
      } catch {
        return [];
      }
    }),
  );
}

it('has no source that evaluates text as code', () => {
  const sources = listSources();
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((file) => evaluation.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it('ships two libraries alone that can make code: the one that renders templates, and zod, which asks first', () => {
  const file = new URL('../dist/metafile.json', import.meta.url);
  const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  const able = Object.entries(outputs).filter(([name]) =>
    /\bFunction\.apply\(|=Function[,;]|\beval\(/.test(
      readFileSync(join(root, 'apps/fleetc', name), 'utf8'),
    ),
  );
  const libraries = able.flatMap(([, { inputs }]) =>
    Object.keys(inputs).flatMap(
      (input) => /node_modules\/(handlebars|zod)\//.exec(input)?.[1] ?? [],
    ),
  );
  expect([...new Set(libraries)].sort()).toEqual(['handlebars', 'zod']);
  expect(able).toHaveLength(2);
});

const without = { node: ['--disallow-code-generation-from-strings'] };

it('checks and prints a fleet where the engine makes no code from text', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'wrong.yaml': fleetWithError });
  expect(runFleetc(folder, ['check'], without)).toMatchObject({ code: 0 });
  expect(runFleetc(folder, ['check', 'wrong.yaml'], without).stderr).toContain('FLC3002');
  expect(runFleetc(folder, ['build', '--stdout'], without)).toMatchObject({ code: 0 });
});
