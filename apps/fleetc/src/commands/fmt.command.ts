import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { formatOperand } from '../fmt/format-operand.ts';

/** Lays out fleet files in place and prints the names of those that change. */
export const run: Command = async (invocation, shell) => {
  const { operands } = invocation;
  if (operands.includes('-') && operands.length > 1) {
    throw createFailure(exitCodes.usage, '- for standard input cannot be mixed with files');
  }
  const codes = new Set<ExitCode>();
  for (const operand of operands.length === 0 ? [undefined] : operands) {
    codes.add(await formatOperand(operand, invocation, shell));
  }
  return order.find((code) => codes.has(code)) ?? exitCodes.clean;
};

// What kept a file from being looked at weighs more than what was found in another.
const order = [exitCodes.world, exitCodes.findings, exitCodes.different] as const;
