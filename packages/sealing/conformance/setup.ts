import { resolve } from 'node:path';
import { installGoTools } from '@fleetc/testing';
import { run } from './run-tool.ts';

/** Runs before everything: the programs that judge, and the command line that is judged. */
export function setup(): void {
  installGoTools('kubeseal', 'sops', 'age', 'age-keygen');
  run(process.execPath, [resolve(import.meta.dirname, '../../../apps/fleetc/build.mjs')]);
}
