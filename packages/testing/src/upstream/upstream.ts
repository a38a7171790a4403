import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import type { TestContext } from 'vitest';

const beside = resolve(import.meta.dirname, '../../../../../shared/upstream');

/** Where the upstream projects' own files are; never part of this repository. */
export const upstreamFolder = process.env['FLEETC_UPSTREAM'] ?? beside;

/** Skips a test where the upstream files are missing; fails where somebody named a folder that does not exist. */
export function needsUpstream({ skip }: TestContext): void {
  if (existsSync(upstreamFolder)) return;
  if (process.env['FLEETC_UPSTREAM'])
    throw new Error(`FLEETC_UPSTREAM is ${upstreamFolder}, which is missing`);
  skip('the upstream CRDs and charts are not on this machine, so there is nothing to compare with');
}

/** One upstream file, parsed; JSON is YAML. */
export function readUpstream(path: string): unknown {
  return load(readFileSync(resolve(upstreamFolder, path), 'utf8'));
}

/** Says on standard error, once a run, that nothing is compared where the upstream files are missing. */
export function warnWithoutUpstream(): void {
  if (existsSync(upstreamFolder)) return;
  process.stderr.write(
    `\n*** CONFORMANCE IS NOT BEING CHECKED ***\n${upstreamFolder} is missing; set FLEETC_UPSTREAM to the folder with the upstream CRDs and charts.\n\n`,
  );
}
