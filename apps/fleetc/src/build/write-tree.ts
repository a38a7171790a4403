import { hasErrors } from '@fleetc/diagnostics';
import { type OutputOptions, planOutput, writeOutput } from '@fleetc/output';
import { exitCodes } from '../exit-code.ts';
import { judgeOutput } from './judge-output.ts';
import type { Outcome } from './outcome.ts';

/** Writes what differs and deletes what is no longer wanted. */
export async function writeTree(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: OutputOptions,
): Promise<Outcome> {
  const { value: plan, diagnostics: refusals } = await planOutput(tree, outDir, options);
  if (!plan) return { exitCode: judgeOutput(refusals), diagnostics: refusals, summary: [] };
  const { value: done, diagnostics } = await writeOutput(plan);
  if (!done || hasErrors(diagnostics)) {
    return { exitCode: judgeOutput(diagnostics), diagnostics, summary: [] };
  }
  const { written, unchanged, deleted } = done;
  const counts = `${written.length} written, ${unchanged.length} unchanged, ${deleted.length} deleted`;
  const summary = [`${outDir}: ${counts}`, ...describeNext(tree, outDir)];
  return { exitCode: exitCodes.clean, diagnostics, summary };
}

/** Points at the instructions that the target laid out, one for each environment. */
function describeNext(tree: ReadonlyMap<string, string>, outDir: string): string[] {
  return [...tree.keys()]
    .filter((path) => /^([^/]+\/)?README\.md$/.test(path))
    .map((path) => `next: run the commands in ${outDir}/${path}`);
}
