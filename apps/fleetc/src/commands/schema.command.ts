import { fleetSchema } from 'fleetc:fleet-schema';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';

/** Prints the schema byte for byte as it stands in `schemas/fleet.schema.json`. */
export const run: Command = (_invocation, shell) => {
  shell.stdout.write(fleetSchema);
  return exitCodes.clean;
};
