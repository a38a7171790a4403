import { describeSystemError } from '@fleetc/input';
import { fleetSchema } from 'fleetc:fleet-schema';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lastValue } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { toDisplayPath } from '../input/display-path.ts';
import { replaceInOneStep } from '../process/replace-in-one-step.ts';
import type { Shell } from '../shell.ts';

/** Prints the schema byte for byte as it stands in `schemas/fleet.schema.json`, or writes it into a file. */
export const run: Command = (invocation, shell) => {
  const file = lastValue(invocation, 'out');
  if (file === undefined || file === '-') shell.stdout.write(fleetSchema);
  else writeSchema(file, shell);
  return exitCodes.clean;
};

// The file belongs to fleetc and to nobody else, so an older one is replaced.
function writeSchema(file: string, shell: Shell): void {
  const path = resolve(shell.directory, file);
  const shown = toDisplayPath(path, shell.directory);
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceInOneStep(path, fleetSchema);
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    throw createFailure(exitCodes.world, `cannot write "${shown}": ${reason}`);
  }
  shell.stderr.write(`wrote ${shown}\n`);
}
