import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from '@fleetc/testing';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from '../test/support/run-fleetc.ts';
import { readTree } from '../test/support/tree.ts';

const app = join(import.meta.dirname, '..');

it('is one file that does without Node what fleetc does with it', ({ skip }) => {
  const node = findNode(26);
  if (!node) return skip('Node 26 is missing');
  const folder = makeFolder();
  const program = join(folder, 'fleetc');
  const script = join(app, 'release/executable.mjs');
  execFileSync(process.execPath, [script, '--out', program, '--node', node]);
  cpSync(join(app, '../../examples/tutorial/fleet.yaml'), join(folder, 'fleet.yaml'));
  // Nothing on the path, and no variable at all.
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  };
  for (const args of [['--version'], ['check'], ['explain', 'FLC4901'], ['schema'], ['wrong']]) {
    expect([args, run(...args)]).toEqual([args, runFleetc(folder, args)]);
  }
  expect(run('build', '--out', 'one').code).toBe(0);
  expect(runFleetc(folder, ['build', '--out', 'two']).code).toBe(0);
  expect(readTree(join(folder, 'one'))).toEqual(readTree(join(folder, 'two')));
});
