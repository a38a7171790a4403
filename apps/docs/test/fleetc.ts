import type * as Core from '@fleetc/core';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import type { FindCodes } from '../src/examples/check-data.ts';
import type { Fleetc } from '../src/examples/check-page.ts';
import { readCommandTable } from '../src/examples/command-table.ts';
import { root } from './repository.ts';

const program = join(root, 'apps/fleetc/bin/fleetc.mjs');

/** The built command on a `PATH` of its own, and the compiler; `remove` takes them away again. */
export async function installFleetc(): Promise<Fleetc & { remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-bin-'));
  symlinkSync(program, join(folder, 'fleetc'));
  const help = execFileSync(process.execPath, [program, 'help', '--markdown'], {
    encoding: 'utf8',
  });
  return {
    commands: readCommandTable(help),
    findCodes: await loadCompiler(folder),
    path: [folder, dirname(process.execPath), process.env['PATH']].join(delimiter),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The compiler from its sources, in one piece: a process for each of many small fleets, or a module for each file, takes longer. */
async function loadCompiler(folder: string): Promise<FindCodes> {
  const outfile = join(folder, 'core.cjs');
  await build({
    stdin: { contents: `export { compile } from '@fleetc/core';`, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    conditions: ['@fleetc/source'],
    format: 'cjs',
    logLevel: 'error',
    platform: 'node',
  });
  const { compile } = createRequire(import.meta.url)(outfile) as typeof Core;
  return async (text) => {
    const { diagnostics } = await compile({ path: 'fleet.yaml', text });
    return diagnostics.map(({ code }) => code);
  };
}
