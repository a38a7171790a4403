import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the package.json of a folder names. */
export function readVersion(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** What esbuild is told for every program: a module for the oldest Node that is supported, from sources, without licences inside. */
export function sharedOptions(root) {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@fleetc/source'],
    minify: true,
    legalComments: 'none',
    define: { FLEETC_VERSION: JSON.stringify(readVersion(root)) },
    metafile: true,
    logLevel: 'warning',
  };
}
