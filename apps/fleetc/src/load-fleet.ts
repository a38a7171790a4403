import { compile, type Compilation } from '@fleetc/core';
import type { Diagnostic } from '@fleetc/diagnostics';
import { allValues, type Invocation } from './cli/invocation.ts';
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
): Promise<LoadedFleet> {
  const { value: input, diagnostics } = await readInput(operand, shell);
  if (!input) return { diagnostics };
  const environments = allValues(invocation, 'env');
  const compilation = await compile(input.source, environments ? { environments } : {});
  return { diagnostics: compilation.diagnostics, compiled: { compilation, folder: input.folder } };
}
