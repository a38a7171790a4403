import { hasFlag } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { loadFleet } from '../load-fleet.ts';
import { chooseFormat, isDocument } from '../report/choose-format.ts';
import { judge, readMaxWarnings } from '../report/judge.ts';
import { summarizeCheck } from '../report/summarize-check.ts';
import { writeReport } from '../report/write-report.ts';

/** Reports everything that a build would report, and writes nothing. */
export const run: Command = async (invocation, shell) => {
  const maxWarnings = readMaxWarnings(invocation);
  const format = chooseFormat(invocation, shell);
  const stream = isDocument(format) ? shell.stdout : shell.stderr;
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const { diagnostics } = loaded;
  await writeReport(diagnostics, loaded, { format, stream, invocation, shell });
  if (!hasFlag(invocation, 'quiet')) {
    shell.stderr.write(summarizeCheck(loaded, diagnostics, maxWarnings));
  }
  return judge(loaded, diagnostics, maxWarnings);
};
