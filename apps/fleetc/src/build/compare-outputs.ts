import { createDiagnostic, type Diagnostic, hasErrors } from '@fleetc/diagnostics';
import { checkOutput, type Difference, staleOutput } from '@fleetc/output';
import type { Invocation } from '../cli/invocation.ts';
import { describeBuild } from './describe-next.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { inWords } from './in-words.ts';
import { judgeOutput } from './judge-output.ts';
import type { LaidOut } from './lay-out.ts';
import type { Outcome, Tolerance } from './outcome.ts';

/** One folder against its tree. */
interface Compared {
  readonly tree: LaidOut;
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists in what folders differ from what a build would write. */
export async function compareOutputs(
  trees: readonly LaidOut[],
  warnings: readonly Diagnostic[],
  invocation: Invocation,
  tolerates: Tolerance,
): Promise<Outcome> {
  const compared: Compared[] = [];
  for (const tree of trees) compared.push(await compareOutput(tree));
  const found = [...warnings, ...compared.flatMap(({ diagnostics }) => diagnostics)];
  const differences = compared.flatMap((one) => one.differences);
  const result = compared.map(listDifferences).join('');
  return {
    exitCode: judgeComparison(found, differences, tolerates),
    diagnostics: [...found, ...compared.flatMap(reportStale)],
    ...(result !== '' && { result }),
    summary: [
      ...compared.flatMap(praise),
      ...(result === '' ? [] : [describeBuild(invocation, differences)]),
    ],
  };
}

async function compareOutput(tree: LaidOut): Promise<Compared> {
  const { value, diagnostics } = await checkOutput(tree.tree, tree.outDir, tree.options);
  return { tree, differences: value ?? [], diagnostics };
}

function judgeComparison(
  found: readonly Diagnostic[],
  differences: readonly Difference[],
  tolerates: Tolerance,
): ExitCode {
  if (hasErrors(found)) return judgeOutput(found);
  if (differences.length > 0) return exitCodes.different;
  return tolerates(found) ? exitCodes.clean : exitCodes.findings;
}

function listDifferences({ tree, differences }: Compared): string {
  return differences
    .map(({ kind, path }) => `${kind.padEnd(7)}  ${tree.outDir}/${path}\n`)
    .join('');
}

function reportStale({ tree: { outDir }, differences }: Compared): Diagnostic[] {
  const [first] = differences;
  if (!first) return [];
  const params = { folder: outDir, count: differences.length, example: first.path };
  return [createDiagnostic(staleOutput, params)];
}

function praise({ tree: { tree, outDir }, differences, diagnostics }: Compared): string[] {
  if (differences.length > 0 || hasErrors(diagnostics)) return [];
  return [`${outDir} is up to date: ${inWords(tree.size, 'file')}`];
}
