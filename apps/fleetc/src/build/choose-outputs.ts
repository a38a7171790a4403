import { join, resolve } from 'node:path';
import type { Output } from '@fleetc/core';
import { resolveOutput } from '@fleetc/fleet';
import { isTargetName, type TargetName } from '@fleetc/targets';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { toDisplayPath } from '../input/display-path.ts';
import type { CompiledInput } from '../load-fleet.ts';

/** One tree to build and the folder for it, as messages show it. */
export interface ChosenOutput {
  readonly output: Output;
  readonly outDir: string;
  /** Whether fleet.yaml names the folder, which no link may lead out of the folder of that file then. */
  readonly isDeclared: boolean;
}

/**
 * What a command line means: the entries of `outputs`, or those for `--target`; where there are none, the target in the
 * folder `build` beside the fleet.yaml. `--out` puts the one that there is elsewhere.
 */
export function chooseOutputs(
  invocation: Invocation,
  { compilation, folder }: CompiledInput,
  directory: string,
): ChosenOutput[] {
  const out = lastValue(invocation, 'out');
  const target = readTarget(invocation);
  const declared = compilation.outputs.filter((output) => !target || output.target === target);
  const chosen = declared.length > 0 ? declared : [defaultOutput(target ?? 'plain')];
  if (out !== undefined && chosen.length > 1) throw createFailure(exitCodes.usage, tooMany(chosen));
  return chosen.map((output) => ({
    output,
    outDir: toDisplayPath(
      out === undefined ? join(folder, output.dir) : resolve(directory, out),
      directory,
    ),
    isDeclared: out === undefined && declared.length > 0,
  }));
}

function readTarget(invocation: Invocation): TargetName | undefined {
  const name = lastValue(invocation, 'target');
  if (name !== undefined && !isTargetName(name)) throw new Error(`target "${name}" has no code`);
  return name;
}

function defaultOutput(target: TargetName): Output {
  const dir = 'build';
  if (target === 'argocd' || target === 'flux') {
    const what = target === 'argocd' ? 'repo' : 'source';
    throw createFailure(
      exitCodes.usage,
      `target "${target}" has to know where the cluster finds the output; give it an entry with "${what}" under "outputs" in the fleet file`,
    );
  }
  return resolveOutput({ target, dir }, { fleet: '' });
}

function tooMany(chosen: readonly Output[]): string {
  const list = chosen.map(({ target, dir }) => `${target} in ${dir}`).join(', ');
  return `"--out" is for one output, and the fleet file has several: ${list}; choose one with --target`;
}
