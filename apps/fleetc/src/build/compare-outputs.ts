import { checkOutput } from '@fleetc/output';
import type { Invocation } from '../cli/invocation.ts';
import { describeBuild } from './describe-next.ts';
import { exitCodes } from '../exit-code.ts';
import { inWords } from './in-words.ts';
import { judgeOutput } from './judge-output.ts';
import type { LaidOut } from './lay-out.ts';
import type { Outcome } from './outcome.ts';

/** Lists in what folders differ from what a build would write. */
export async function compareOutputs(
  trees: readonly LaidOut[],
  invocation: Invocation,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const tree of trees) outcomes.push(await compareOutput(tree));
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  const result = outcomes.map((outcome) => outcome.result ?? '').join('');
  return {
    exitCode: diagnostics.length > 0 ? judgeOutput(diagnostics) : judgeDifferences(result),
    diagnostics,
    ...(result !== '' && { result }),
    summary: [
      ...outcomes.flatMap((outcome) => outcome.summary),
      ...(result === '' ? [] : [describeBuild(invocation)]),
    ],
  };
}

function judgeDifferences(result: string): Outcome['exitCode'] {
  return result === '' ? exitCodes.clean : exitCodes.different;
}

async function compareOutput({ tree, outDir, options }: LaidOut): Promise<Outcome> {
  const { value: differences, diagnostics } = await checkOutput(tree, outDir, options);
  if (!differences) return { exitCode: judgeOutput(diagnostics), diagnostics, summary: [] };
  if (differences.length === 0) {
    const summary = [`${outDir} is up to date: ${inWords(tree.size, 'file')}`];
    return { exitCode: exitCodes.clean, diagnostics, summary };
  }
  const lines = differences.map(({ kind, path }) => `${kind.padEnd(7)}  ${outDir}/${path}\n`);
  const count = inWords(lines.length, 'file');
  return {
    exitCode: exitCodes.different,
    diagnostics,
    result: lines.join(''),
    summary: [`${outDir} is not what a build would write; see the ${count} above`],
  };
}
