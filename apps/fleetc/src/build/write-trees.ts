import type { Output } from '@fleetc/core';
import { type Diagnostic, hasErrors } from '@fleetc/diagnostics';
import { type OutputPlan, planOutput, writeOutput } from '@fleetc/output';
import { describeNext } from './describe-next.ts';
import { exitCodes } from '../exit-code.ts';
import { judgeOutput } from './judge-output.ts';
import type { LaidOut } from './lay-out.ts';
import type { Outcome, Tolerance } from './outcome.ts';

/** What is to be done in the folder of one output. */
interface Planned {
  readonly output: Output;
  readonly plan: OutputPlan;
}

/** Writes what differs and deletes what is no longer wanted; nothing at all where one of the folders refuses. */
export async function writeTrees(
  trees: readonly LaidOut[],
  warnings: readonly Diagnostic[],
  tolerates: Tolerance,
): Promise<Outcome> {
  const plans: Planned[] = [];
  const found: Diagnostic[] = [...warnings];
  for (const { output, tree, outDir, options } of trees) {
    const { value: plan, diagnostics } = await planOutput(tree, outDir, options);
    if (plan) plans.push({ output, plan });
    found.push(...diagnostics);
  }
  return plans.length < trees.length || !tolerates(found) ? fail(found) : carryOut(plans, found);
}

async function carryOut(
  plans: readonly Planned[],
  found: readonly Diagnostic[],
): Promise<Outcome> {
  const summary: string[] = [];
  const next: string[] = [];
  for (const { output, plan } of plans) {
    const { value: done, diagnostics } = await writeOutput(plan);
    if (!done || hasErrors(diagnostics)) return { ...fail([...found, ...diagnostics]), summary };
    const { written, unchanged, deleted } = done;
    const counts = `${written.length} written, ${unchanged.length} unchanged, ${deleted.length} deleted`;
    summary.push(`${describeFolder(plan)}: ${counts}`);
    if (written.length + deleted.length > 0) next.push(...describeNext(output, plan));
  }
  return { exitCode: exitCodes.clean, diagnostics: found, summary: [...summary, ...next] };
}

/** Of a build for some environments their folders: the others below the same output are none of its business. */
function describeFolder({ outDir, options: { within } }: OutputPlan): string {
  return within ? within.map((name) => `${outDir}/${name}`).join(', ') : outDir;
}

function fail(diagnostics: readonly Diagnostic[]): Outcome {
  return { exitCode: judgeOutput(diagnostics), diagnostics, summary: [] };
}
