import type { Invocation } from '../cli/invocation.ts';
import type { CompiledInput } from '../load-fleet.ts';
import type { Shell } from '../shell.ts';
import { chooseMode } from './choose-mode.ts';
import { chooseOutputs } from './choose-outputs.ts';
import { compareOutputs } from './compare-outputs.ts';
import { layOutAll } from './lay-out.ts';
import type { Outcome, Tolerance } from './outcome.ts';
import { printObjects } from './print-objects.ts';
import { describeBundles } from './summary.ts';
import { warnOfRepositoryPaths } from './warn-of-repository-paths.ts';
import { writeTrees } from './write-trees.ts';

/** Does with a fleet without errors what the command line asks for; prints nothing. */
export async function produce(
  compiled: CompiledInput,
  invocation: Invocation,
  shell: Shell,
  tolerates: Tolerance,
): Promise<Outcome> {
  const outcome = await carryOut(compiled, invocation, shell, tolerates);
  if (outcome.summary.length === 0) return outcome;
  return { ...outcome, summary: [describeBundles(compiled.compilation), ...outcome.summary] };
}

async function carryOut(
  compiled: CompiledInput,
  invocation: Invocation,
  { directory }: Shell,
  tolerates: Tolerance,
): Promise<Outcome> {
  const mode = chooseMode(invocation);
  if (mode === 'print') return printObjects(compiled.compilation);
  const chosen = chooseOutputs(invocation, compiled, directory);
  const trees = await layOutAll(chosen, compiled, invocation);
  const warnings = warnOfRepositoryPaths(chosen, compiled);
  return mode === 'compare'
    ? compareOutputs(trees, warnings, invocation, tolerates)
    : writeTrees(trees, warnings, tolerates);
}
