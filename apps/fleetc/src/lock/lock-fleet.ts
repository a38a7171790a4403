import { formatLock, type LockedImages } from '@fleetc/core';
import type { Diagnostic } from '@fleetc/diagnostics';
import { inWords } from '../build/in-words.ts';
import type { Outcome } from '../build/outcome.ts';
import { allValues, hasFlag, type Invocation } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { CompiledInput } from '../load-fleet.ts';
import type { Shell } from '../shell.ts';
import { askRegistries } from './ask-registries.ts';
import { describeChanges } from './describe-changes.ts';
import { type LockPlan, planLock } from './plan-lock.ts';
import type { LockFile } from './read-lock-file.ts';
import { readRegistryOptions } from './registry-options.ts';
import { readUpdateRequest } from './update-request.ts';
import { wantedImages } from './wanted-images.ts';
import { writeLockFile } from './write-lock-file.ts';

/** Asks registries, and then compares or writes; one image without an answer leaves the file as it is. */
export async function lockFleet(
  compiled: CompiledInput,
  file: LockFile,
  invocation: Invocation,
  shell: Shell,
): Promise<Outcome> {
  const plan = makePlan(compiled, file, invocation);
  const registries = readRegistryOptions(invocation, shell);
  if ('diagnostic' in registries) return fail(exitCodes.world, [registries.diagnostic]);
  const { images, diagnostics } = await askRegistries(plan, registries.options);
  if (diagnostics.length > 0) return fail(exitCodes.world, diagnostics);
  const after = new Map([...plan.kept, ...images]);
  return hasFlag(invocation, 'check') ? compare(file, after) : write(file, after);
}

function fail(exitCode: ExitCode, diagnostics: readonly Diagnostic[]): Outcome {
  return { exitCode, diagnostics, summary: [] };
}

function makePlan(
  { compilation }: CompiledInput,
  file: LockFile,
  invocation: Invocation,
): LockPlan {
  const wanted = wantedImages(compilation, hasFlag(invocation, 'through-proxy'));
  const isAsked = readUpdateRequest(invocation, [...wanted.keys()]);
  return planLock({
    wanted,
    locked: file.images,
    isUpdated: hasFlag(invocation, 'check') ? () => true : isAsked,
    isPartial: compilation.hasEnvironments && allValues(invocation, 'env') !== undefined,
  });
}

function compare({ images, shown }: LockFile, after: LockedImages): Outcome {
  const words = { added: 'missing', updated: 'stale', removed: 'unused' };
  const lines = describeChanges(images, after, words);
  const isFresh = lines.length === 0;
  const summary = isFresh
    ? `${shown} is up to date: ${inWords(after.size, 'image')}`
    : `${shown} is not what the registries say; see the ${inWords(lines.length, 'line')} above`;
  return {
    exitCode: isFresh ? exitCodes.clean : exitCodes.different,
    diagnostics: [],
    result: lines.join(''),
    summary: [summary],
  };
}

function write(file: LockFile, after: LockedImages): Outcome {
  const words = { added: 'added', updated: 'updated', removed: 'removed' };
  const lines = describeChanges(file.images, after, words);
  const text = formatLock(after);
  const problem = text === file.text ? undefined : writeLockFile(file, text);
  if (problem) return fail(exitCodes.world, [problem]);
  const changes = lines.length === 0 ? 'nothing changed' : inWords(lines.length, 'change');
  const summary = [`${file.shown}: ${inWords(after.size, 'image')}, ${changes}`];
  return { exitCode: exitCodes.clean, diagnostics: [], result: lines.join(''), summary };
}
