import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { emptyNode, fleetcCommand } from '../measure/fleetc.ts';
import { makeFolder } from '../measure/folders.ts';
import { measureInTurn } from '../measure/in-turn.ts';

const tutorial = join(import.meta.dirname, '../../../examples/tutorial/fleet.yaml');

/** Seconds by the clock of whole cold commands on the tutorial example, and of a Node that does nothing. */
export interface StartUp {
  readonly node: number;
  readonly check: number;
  readonly build: number;
}

/** Measures the three in turn, so that a busy moment hits them alike. */
export function measureStartUp(runs: number): StartUp {
  const folder = makeFolder();
  cpSync(tutorial, join(folder, 'fleet.yaml'));
  const { node, check, build } = measureInTurn(runs, {
    node: () => emptyNode,
    check: () => fleetcCommand(folder, 'check'),
    // Into a folder that is not there: every file is written.
    build: (run) => fleetcCommand(folder, 'build', '--out', `build-${run}`),
  });
  return { node: node.wall, check: check.wall, build: build.wall };
}
