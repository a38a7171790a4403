import type { Command } from '../command.ts';
import { formatBashCompletion } from '../completion/bash.ts';
import { formatFishCompletion } from '../completion/fish.ts';
import { formatZshCompletion } from '../completion/zsh.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

const scripts = new Map([
  ['bash', formatBashCompletion],
  ['zsh', formatZshCompletion],
  ['fish', formatFishCompletion],
]);

/** Prints the completion script of a shell. */
export const run: Command = ({ operands }, shell) => {
  const [name = ''] = operands;
  const format = scripts.get(name);
  if (!format) {
    const known = [...scripts.keys()].join(', ');
    throw createFailure(exitCodes.usage, `no completion for "${name}"; there is ${known}`);
  }
  shell.stdout.write(format());
  return exitCodes.clean;
};
