import { formatJson, formatMarkdown, formatText, summarizeReports } from '@fleetc/plan';
import type { OutputReport } from '@fleetc/plan';
import { hasFlag, type Invocation, lastValue } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { compareOutputTrees } from '../diff/compare-output-trees.ts';
import { isExitCode, loadTrees } from '../diff/load-trees.ts';
import { exitCodes } from '../exit-code.ts';
import { wantsColor } from '../report/color.ts';
import { writeReport } from '../report/write-report.ts';
import type { Shell } from '../shell.ts';

/** Compares what is there with what a build would write, by meaning; writes nothing. */
export const run: Command = async (invocation, shell) => {
  const wanted = await loadTrees(invocation, shell);
  if (isExitCode(wanted)) return wanted;
  const { value: reports, diagnostics } = await compareOutputTrees(wanted);
  if (!reports) {
    const reporter = { format: 'text', stream: shell.stderr, invocation, shell } as const;
    await writeReport(diagnostics, { diagnostics }, reporter);
    return exitCodes.world;
  }
  const { hasEnvironments } = wanted.compilation;
  shell.stdout.write(format(reports, hasEnvironments, { invocation, shell }));
  if (isText(invocation) && !hasFlag(invocation, 'quiet')) {
    shell.stderr.write(`${summarizeReports(reports)}\n`);
  }
  const isEqual = reports.every(({ changes }) => changes.length === 0);
  return isEqual ? exitCodes.clean : exitCodes.different;
};

function format(
  reports: readonly OutputReport[],
  hasEnvironments: boolean,
  { invocation, shell }: { readonly invocation: Invocation; readonly shell: Shell },
): string {
  const form = lastValue(invocation, 'format');
  if (form === 'json') return formatJson(reports);
  if (form === 'markdown') return formatMarkdown(reports, hasEnvironments);
  const { environment, stdout } = shell;
  const colour = wantsColor(lastValue(invocation, 'color'), environment, stdout);
  return formatText(reports, { colour, hasEnvironments });
}

function isText(invocation: Invocation): boolean {
  return (lastValue(invocation, 'format') ?? 'text') === 'text';
}
