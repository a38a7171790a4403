import type { Diagnostic } from '@fleetc/diagnostics';
import type { Outcome } from '../build/outcome.ts';
import { produce } from '../build/produce.ts';
import { chooseMode } from '../build/choose-mode.ts';
import { hasFlag, type Invocation } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { loadFleet } from '../load-fleet.ts';
import { chooseFormat, isDocument } from '../report/choose-format.ts';
import { judge, readMaxWarnings } from '../report/judge.ts';
import { summarizeCheck } from '../report/summarize-check.ts';
import { writeReport } from '../report/write-report.ts';
import type { OutputStream, Shell } from '../shell.ts';

/** Compiles, and then writes, compares or prints; an input with errors leaves the world as it is. */
export const run: Command = async (invocation, shell) => {
  const streams = chooseStreams(invocation, shell);
  const maxWarnings = readMaxWarnings(invocation);
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const verdict = judge(loaded, loaded.diagnostics, maxWarnings);
  const compiled = verdict === exitCodes.clean ? loaded.compiled : undefined;
  const tolerates = (found: readonly Diagnostic[]) =>
    judge(loaded, [...loaded.diagnostics, ...found], maxWarnings) === exitCodes.clean;
  const outcome: Outcome = compiled
    ? await produce(compiled, invocation, shell, tolerates)
    : { exitCode: verdict, diagnostics: [], summary: [] };

  const diagnostics = [...loaded.diagnostics, ...outcome.diagnostics];
  const format = chooseFormat(invocation, shell);
  await writeReport(diagnostics, loaded, { format, stream: streams.report, invocation, shell });
  if (outcome.result !== undefined) streams.result.write(outcome.result);
  if (!hasFlag(invocation, 'quiet')) {
    const lines = outcome.summary.map((line) => `${line}\n`).join('');
    shell.stderr.write(summarizeCheck(loaded, diagnostics, maxWarnings) + lines);
  }
  return outcome.exitCode;
};

/** Two documents in one stream would be none, so what was asked for keeps standard output to itself. */
function chooseStreams(
  invocation: Invocation,
  shell: Shell,
): { readonly report: OutputStream; readonly result: OutputStream } {
  const { stdout, stderr } = shell;
  const isPrinting = chooseMode(invocation) === 'print';
  return isDocument(chooseFormat(invocation, shell)) && !isPrinting
    ? { report: stdout, result: stderr }
    : { report: stderr, result: stdout };
}
