import { type Diagnostic, hasErrors } from '@fleetc/diagnostics';
import { type OutputPlan, planOutput, writeOutput } from '@fleetc/output';
import { exitCodes } from '../exit-code.ts';
import { judgeOutput } from './judge-output.ts';
import type { LaidOut } from './lay-out.ts';
import type { Outcome } from './outcome.ts';

/** Writes what differs and deletes what is no longer wanted; nothing at all where one of the folders refuses. */
export async function writeTrees(trees: readonly LaidOut[]): Promise<Outcome> {
  const plans: OutputPlan[] = [];
  const refusals: Diagnostic[] = [];
  for (const { tree, outDir, options } of trees) {
    const { value: plan, diagnostics } = await planOutput(tree, outDir, options);
    if (plan) plans.push(plan);
    refusals.push(...diagnostics);
  }
  return plans.length < trees.length ? fail(refusals) : carryOut(plans);
}

async function carryOut(plans: readonly OutputPlan[]): Promise<Outcome> {
  const summary: string[] = [];
  const next: string[] = [];
  for (const plan of plans) {
    const { value: done, diagnostics } = await writeOutput(plan);
    if (!done || hasErrors(diagnostics)) return { ...fail(diagnostics), summary };
    const { written, unchanged, deleted } = done;
    const counts = `${written.length} written, ${unchanged.length} unchanged, ${deleted.length} deleted`;
    summary.push(`${plan.outDir}: ${counts}`);
    next.push(...describeNext(plan));
  }
  return { exitCode: exitCodes.clean, diagnostics: [], summary: [...summary, ...next] };
}

function fail(diagnostics: readonly Diagnostic[]): Outcome {
  return { exitCode: judgeOutput(diagnostics), diagnostics, summary: [] };
}

/** Points at the instructions that the target laid out: one for all, else one for each environment. */
function describeNext({ tree, outDir }: OutputPlan): string[] {
  const readmes = tree.has('README.md')
    ? ['README.md']
    : [...tree.keys()].filter((path) => /^[^/]+\/README\.md$/.test(path));
  return readmes.map((path) => `next: run the commands in ${outDir}/${path}`);
}
