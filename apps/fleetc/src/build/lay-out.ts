import { layOut, loadTarget } from '@fleetc/targets';
import type { OutputOptions } from '@fleetc/output';
import type { Compilation, Output } from '@fleetc/core';
import { allValues, hasFlag, type Invocation } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { CompiledInput } from '../load-fleet.ts';
import type { ChosenOutput } from './choose-outputs.ts';

/** One tree with the folder that it belongs into. */
export interface LaidOut {
  readonly output: Output;
  readonly outDir: string;
  readonly tree: ReadonlyMap<string, string>;
  readonly options: OutputOptions;
}

/** The trees of a compilation without errors. */
export async function layOutAll(
  chosen: readonly ChosenOutput[],
  { compilation, folder }: CompiledInput,
  invocation: Invocation,
): Promise<LaidOut[]> {
  const { environments, hasEnvironments } = compilation;
  const bundles = environments.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  const isPartial = hasEnvironments && allValues(invocation, 'env') !== undefined;
  for (const one of isPartial ? chosen : []) await refuseShared(one);
  const trees: LaidOut[] = [];
  for (const { output, outDir, isDeclared } of chosen) {
    const tree = await layOut(bundles, output, { hasEnvironments });
    const options = {
      owner: compilation.name,
      force: hasFlag(invocation, 'force'),
      unlisted: readsWholeFolders(output) ? ('refuse' as const) : ('warn' as const),
      ...(isDeclared && { below: folder }),
      ...(isPartial && { within: namesOf(compilation) }),
    };
    trees.push({ output, outDir, tree, options });
  }
  return trees;
}

// Of a plain tree the README names each folder to apply, and a person reads it.
function readsWholeFolders({ target }: Output): boolean {
  return target !== 'plain';
}

// What was written for the other environments is none of this build's business.
function namesOf({ environments }: Compilation): string[] {
  return environments.map(({ name }) => name);
}

async function refuseShared({ output, outDir }: ChosenOutput): Promise<void> {
  const { name, separatesEnvironments } = await loadTarget(output.target);
  if (separatesEnvironments) return;
  throw createFailure(
    exitCodes.usage,
    `target "${name}" (${outDir}) shares files among environments, so that "--env" cannot build one alone; leave it out`,
  );
}
