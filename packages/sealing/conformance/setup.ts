import { resolve } from 'node:path';
import { installTools, run } from './tools.ts';

/** Runs before everything: the programs that judge, and the command line that is judged. */
export function setup(): void {
  installTools();
  run(process.execPath, [resolve(import.meta.dirname, '../../../apps/fleetc/build.mjs')]);
}
