import type { Compilation } from '@fleetc/core';
import type { OutputOptions } from '@fleetc/output';
import { allValues, hasFlag, type Invocation } from '../cli/invocation.ts';
import type { CompiledInput } from '../load-fleet.ts';
import type { Shell } from '../shell.ts';
import { compareOutput } from './compare-output.ts';
import { layOut } from './lay-out.ts';
import type { Outcome } from './outcome.ts';
import { chooseOutDir } from './out-dir.ts';
import { printObjects } from './print-objects.ts';
import { chooseMode } from './choose-mode.ts';
import { describeBundles } from './summary.ts';
import { writeTree } from './write-tree.ts';

/** Does with a fleet without errors what the command line asks for; prints nothing. */
export async function produce(
  compiled: CompiledInput,
  invocation: Invocation,
  shell: Shell,
): Promise<Outcome> {
  const outcome = await carryOut(compiled, invocation, shell);
  if (outcome.summary.length === 0) return outcome;
  return { ...outcome, summary: [describeBundles(compiled.compilation), ...outcome.summary] };
}

async function carryOut(
  { compilation, folder }: CompiledInput,
  invocation: Invocation,
  { directory }: Shell,
): Promise<Outcome> {
  const mode = chooseMode(invocation);
  if (mode === 'print') return printObjects(compilation);
  const tree = await layOut(invocation, compilation);
  const outDir = chooseOutDir(invocation, folder, directory);
  const options = toOutputOptions(invocation, compilation);
  return mode === 'compare'
    ? compareOutput(tree, outDir, options)
    : writeTree(tree, outDir, options);
}

// What was written for the other environments is none of this build's business.
function toOutputOptions(invocation: Invocation, compilation: Compilation): OutputOptions {
  const isPartial = compilation.hasEnvironments && allValues(invocation, 'env') !== undefined;
  return {
    force: hasFlag(invocation, 'force'),
    ...(isPartial && { within: compilation.environments.map(({ name }) => name) }),
  };
}
