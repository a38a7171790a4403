import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Compilation } from '@fleetc/core';
import { loadTarget } from '@fleetc/targets';
import type { Output } from '@fleetc/core';
import { type ChosenOutput, chooseOutputs } from '../build/choose-outputs.ts';
import { type LaidOut, layOutAll } from '../build/lay-out.ts';
import { allValues, hasFlag, type Invocation, lastValue } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { toDisplayPath } from '../input/display-path.ts';
import { type CompiledInput, loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import type { Shell } from '../shell.ts';

/** One tree that a build would write, and the folder to compare it with. */
export interface WantedTree extends LaidOut {
  readonly target: Output['target'];
  /** The folder, as messages show it; that of another checkout where one is compared with. */
  readonly folder: string;
  readonly isOther: boolean;
}

/** What a command line compares. */
export interface WantedTrees {
  readonly compilation: Compilation;
  readonly trees: readonly WantedTree[];
  /** The environments that were asked for; absent means all of them. */
  readonly environments?: readonly string[];
}

/** Whether there is nothing to compare, and how the command ends. */
export function isExitCode(value: ExitCode | WantedTrees): value is ExitCode {
  return typeof value === 'number';
}

/** Compiles the fleet and lays its outputs out; errors of the fleet are reported, and end the command. */
export async function loadTrees(
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode | WantedTrees> {
  const other = findOther(invocation, shell);
  const asked = await compileFor(invocation, shell);
  if (typeof asked === 'number') return asked;
  const chosen = chooseOutputs(invocation, asked, shell.directory);
  const isWhole = await needsAll(chosen, asked, invocation);
  const scope = isWhole ? withoutEnvironments(invocation) : invocation;
  const compiled = isWhole ? await compileFor(scope, shell) : asked;
  if (typeof compiled === 'number') return compiled;
  const laidOut = await layOutAll(chosen, compiled, scope);
  const environments = allValues(invocation, 'env');
  return {
    compilation: compiled.compilation,
    trees: laidOut.map((tree, index) => toWanted(tree, chosen[index]!, other)),
    ...(environments && { environments }),
  };
}

async function compileFor(invocation: Invocation, shell: Shell): Promise<ExitCode | CompiledInput> {
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  return refusal ?? loaded.compiled ?? exitCodes.world;
}

/** A target that shares files among environments is laid out for all of them; standard input gives its text only once. */
async function needsAll(
  chosen: readonly ChosenOutput[],
  { compilation }: CompiledInput,
  invocation: Invocation,
): Promise<boolean> {
  if (!compilation.hasEnvironments || !hasFlag(invocation, 'env')) return false;
  if (invocation.operands[0] === '-') return false;
  const targets = await Promise.all(chosen.map(({ output }) => loadTarget(output.target)));
  return targets.some(({ separatesEnvironments }) => !separatesEnvironments);
}

function withoutEnvironments(invocation: Invocation): Invocation {
  const options = [...invocation.options].filter(([name]) => name !== 'env');
  return { ...invocation, options: new Map(options) };
}

interface OtherCheckout {
  /** Absolute. */
  readonly folder: string;
  readonly directory: string;
}

function findOther(invocation: Invocation, { directory }: Shell): OtherCheckout | undefined {
  const against = lastValue(invocation, 'against');
  if (against === undefined) return undefined;
  if (hasFlag(invocation, 'out')) {
    const message = 'options "--against" and "--out" exclude each other';
    throw createFailure(exitCodes.usage, message);
  }
  const folder = resolve(directory, against);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { folder, directory };
  throw createFailure(exitCodes.world, `there is no folder "${against}" to compare with`);
}

function toWanted(
  tree: LaidOut,
  { output }: ChosenOutput,
  other: OtherCheckout | undefined,
): WantedTree {
  const { target, dir } = output;
  if (!other) return { ...tree, target, folder: tree.outDir, isOther: false };
  const folder = toDisplayPath(join(other.folder, dir), other.directory);
  return { ...tree, target, folder, isOther: true };
}
