// One file that needs no Node: `node release/executable.mjs --out FILE`, with Node 26 or newer, which goes into the file.
import { sharedOptions } from '@fleetc/bundling';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { builtinsWithoutRequire, fleetSchema, yamlAsModule } from '../bundle-plugins.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: `dist/fleetc-${process.platform}-${process.arch}` },
    // The Node that goes into the file.
    node: { type: 'string', default: process.execPath },
  },
});
const out = resolve(values.out);

/** Every command in one module: there is no folder beside the program to load chunks from. */
async function bundle(folder) {
  const outfile = join(folder, 'fleetc.mjs');
  await build({
    ...sharedOptions(root),
    entryPoints: ['src/main.ts'],
    outfile,
    plugins: [fleetSchema, yamlAsModule, builtinsWithoutRequire],
  });
  return outfile;
}

const folder = mkdtempSync(join(tmpdir(), 'fleetc-executable-'));
try {
  const config = join(folder, 'sea.json');
  const main = await bundle(folder);
  const options = { main, mainFormat: 'module', output: out, disableExperimentalSEAWarning: true };
  writeFileSync(config, JSON.stringify(options));
  mkdirSync(dirname(out), { recursive: true });
  execFileSync(values.node, ['--build-sea', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  process.stdout.write(`${out}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
