import type { Command } from '../command.ts';
import { formatReference } from '../cli/format-reference.ts';
import { exitCodes } from '../exit-code.ts';

/** Prints the reference page; everything else that `help` prints needs no code beyond the entry. */
export const run: Command = (_invocation, shell) => {
  shell.stdout.write(formatReference());
  return exitCodes.clean;
};
