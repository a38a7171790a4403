import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { installGoTools } from '@fleetc/testing';

/** Runs before everything: the programs that judge, and the command line that is judged. */
export function setup(): void {
  installGoTools('registry', 'crane');
  const build = resolve(import.meta.dirname, '../../../apps/fleetc/build.mjs');
  const { status, stderr } = spawnSync(process.execPath, [build], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
