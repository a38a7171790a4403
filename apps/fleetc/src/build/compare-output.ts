import { checkOutput, type OutputOptions } from '@fleetc/output';
import { exitCodes } from '../exit-code.ts';
import { inWords } from './in-words.ts';
import { judgeOutput } from './judge-output.ts';
import type { Outcome } from './outcome.ts';

/** Lists in what a folder differs from what a build would write. */
export async function compareOutput(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: OutputOptions,
): Promise<Outcome> {
  const { value: differences, diagnostics } = await checkOutput(tree, outDir, options);
  if (!differences) return { exitCode: judgeOutput(diagnostics), diagnostics, summary: [] };
  if (differences.length === 0) {
    const summary = [`${outDir} is up to date: ${inWords(tree.size, 'file')}`];
    return { exitCode: exitCodes.clean, diagnostics, summary };
  }
  const lines = differences.map(({ kind, path }) => `${kind.padEnd(7)}  ${outDir}/${path}\n`);
  return {
    exitCode: exitCodes.different,
    diagnostics,
    result: lines.join(''),
    summary: [
      `${outDir} is not what a build would write; see the ${inWords(lines.length, 'file')} above`,
    ],
  };
}
