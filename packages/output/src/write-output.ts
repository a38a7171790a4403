import { posix } from 'node:path';
import type { Result } from '@fleetc/diagnostics';
import { readManifestText } from './compare.ts';
import { attempt, settle } from './disk-failure.ts';
import { withLock } from './folder-lock.ts';
import { openFolder, type OutputFolder } from './output-folder.ts';
import { planFolder, type OutputPlan } from './plan-output.ts';
import { lockName, manifestName, temporaryPrefix } from './reserved-names.ts';

/** What was done, by path of the tree. */
export interface OutputSummary {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Carries out a plan, or a new one if another build came in between. Each file holds its old or its new content at every
 * moment; where a build stops, the next one goes on. Files that hold what is wanted are not touched.
 */
export async function writeOutput(plan: OutputPlan): Promise<Result<OutputSummary>> {
  const output = openFolder(plan.outDir, plan.options);
  return settle(() => {
    if (isDone(output, plan)) return { value: summarize(plan), diagnostics: [] };
    attempt(output.show(''), () => output.host.makeFolder(output.locate('')));
    return withLock(output, () => {
      const { value: current, diagnostics } = renew(output, plan);
      if (!current) return { diagnostics };
      carryOut(output, current);
      return { value: summarize(current), diagnostics };
    });
  });
}

function isDone({ host, locate, show }: OutputFolder, plan: OutputPlan): boolean {
  const isUpToDate = plan.manifest.current === plan.manifest.final;
  const hasNothingToDo = [plan.writes, plan.deletions, plan.leftovers].every(
    (list) => list.length === 0,
  );
  const isUnlocked = () => attempt(show(lockName), () => host.kind(locate(lockName))) === undefined;
  return isUpToDate && hasNothingToDo && isUnlocked();
}

// Every build that changes a file changes the manifest before.
function renew(output: OutputFolder, plan: OutputPlan): Result<OutputPlan> {
  if (readManifestText(output) === plan.manifest.current) return { value: plan, diagnostics: [] };
  return planFolder(plan.tree, plan.outDir, plan.options);
}

function carryOut(output: OutputFolder, plan: OutputPlan): void {
  const { host, locate, show } = output;
  const { current, interim, final } = plan.manifest;
  const changesFiles = plan.writes.length > 0;
  for (const path of plan.leftovers) attempt(show(path), () => host.remove(locate(path)));
  if (changesFiles && interim !== current) recordManifest(output, interim);
  for (const path of plan.writes) replaceFile(output, path, plan.tree.get(path)!);
  for (const path of plan.deletions) attempt(show(path), () => host.remove(locate(path)));
  for (const path of plan.emptied) attempt(show(path), () => host.removeEmptyFolder(locate(path)));
  if (final !== (changesFiles ? interim : current)) recordManifest(output, final);
}

// Losing power may leave a file empty that was not flushed, and an empty manifest would disown every other file.
function recordManifest(output: OutputFolder, text: string): void {
  replaceFile(output, manifestName, text, true);
}

function replaceFile(
  { host, locate, show }: OutputFolder,
  path: string,
  text: string,
  flush = false,
): void {
  const folder = posix.dirname(path);
  const temporary = locate(posix.join(folder, `${temporaryPrefix}${host.process.id}`));
  attempt(show(path), () => {
    host.makeFolder(locate(folder));
    try {
      host.create(temporary, text, flush);
      host.rename(temporary, locate(path));
    } catch (error) {
      discard(() => host.remove(temporary));
      throw error;
    }
  });
}

function discard(action: () => void): void {
  try {
    action();
  } catch {
    // What cannot be removed is removed by the next build.
  }
}

function summarize({ writes, deletions, unchanged }: OutputPlan): OutputSummary {
  return { written: writes, deleted: deletions, unchanged };
}
