import { compile, type Compilation, type CompileOptions } from '@fleetc/core';
import type { Diagnostic } from '@fleetc/diagnostics';
import { readBeside } from '@fleetc/input';
import { allValues, hasFlag, type Invocation } from './cli/invocation.ts';
import { chooseLimits } from './input/choose-limits.ts';
import { readInput } from './input/read-input.ts';
import type { Shell } from './shell.ts';

/** What became of the fleet file that a command line names. */
export interface LoadedFleet {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when there was nothing to compile; then the world failed, not the input. */
  readonly compiled?: CompiledInput;
}

/** A compilation with the folder, absolute, that relative names in the file count from. */
export interface CompiledInput {
  readonly compilation: Compilation;
  readonly folder: string;
}

/** Reads and compiles the fleet file that `operand` means, for the environments of `--env`. */
export async function loadFleet(
  operand: string | undefined,
  invocation: Invocation,
  shell: Shell,
  lock: CompileOptions['lock'] = hasFlag(invocation, 'locked') ? 'require' : 'use',
): Promise<LoadedFleet> {
  const { value: input, diagnostics } = await readInput(operand, shell);
  if (!input) return { diagnostics };
  const environments = allValues(invocation, 'env');
  const compilation = await compile(input.source, {
    readFile: readBeside(input.folder),
    lock,
    limits: chooseLimits(shell),
    ...(environments && { environments }),
  });
  shell.redact = compilation.redact;
  return { diagnostics: compilation.diagnostics, compiled: { compilation, folder: input.folder } };
}
