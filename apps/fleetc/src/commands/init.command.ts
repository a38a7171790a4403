import { describeSystemError } from '@fleetc/input';
import { fleetSchema } from 'fleetc:fleet-schema';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { createFile } from '../init/create-file.ts';
import { starterFleet } from '../init/starter-fleet.ts';
import { toDisplayPath } from '../input/display-path.ts';
import { isFleetFileName, listFleetFiles } from '../input/find-fleet-file.ts';

/** Writes a fleet.yaml to start from, and the schema that its first line names; overwrites nothing. */
export const run: Command = ({ operands: [operand = '.'] }, shell) => {
  const path = resolve(shell.directory, operand);
  const file = /\.ya?ml$/.test(path) ? path : join(path, 'fleet.yaml');
  const shown = toDisplayPath(file, shell.directory);
  orFail(`cannot write "${shown}"`, () => mkdirSync(dirname(file), { recursive: true }));
  refuseSecondFleet(file, shown);
  if (!orFail(`cannot write "${shown}"`, () => createFile(file, starterFleet))) {
    throw createFailure(exitCodes.findings, `"${shown}" exists and is left as it is`);
  }
  const schema = join(dirname(file), 'fleet.schema.json');
  const isNew = orFail('cannot write fleet.schema.json', () => createFile(schema, fleetSchema));
  const written = [shown, ...(isNew ? [toDisplayPath(schema, shell.directory)] : [])];
  shell.stderr.write(written.map((name) => `wrote ${name}\n`).join(''));
  shell.stderr.write('next: put your repository into it, then run "fleetc check"\n');
  return exitCodes.clean;
};

// Two files that are both found without being named would make every later command ask which one is meant.
function refuseSecondFleet(file: string, shown: string): void {
  if (!isFleetFileName(basename(file))) return;
  const other = listFleetFiles(dirname(file)).find((name) => name !== basename(file));
  if (other === undefined) return;
  const message = `not writing "${shown}": its folder has "${other}" already`;
  throw createFailure(exitCodes.findings, message);
}

function orFail<T>(attempt: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = describeSystemError(error);
    throw reason === undefined ? error : createFailure(exitCodes.world, `${attempt}: ${reason}`);
  }
}
