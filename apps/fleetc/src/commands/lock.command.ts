import type { Diagnostic } from '@fleetc/diagnostics';
import { redactDiagnostic, type Source } from '@fleetc/fleet';
import { hasFlag, type Invocation } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { loadFleet } from '../load-fleet.ts';
import { lockFleet } from '../lock/lock-fleet.ts';
import { readLockFile } from '../lock/read-lock-file.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import { writeDiagnostics } from '../report/write-report.ts';
import type { Shell } from '../shell.ts';

/** Asks registries what the tags of the fleet stand for, and writes it beside the fleet: all of it, or nothing. */
export const run: Command = async (invocation, shell) => {
  refuseContradictions(invocation);
  const loaded = await loadFleet(invocation.operands[0], invocation, shell, 'ignore');
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { source } = loaded.compiled.compilation;
  const reading = await readLockFile(loaded.compiled);
  if (!('file' in reading)) {
    await report(reading.diagnostics, reading.source, invocation, shell);
    return exitCodes.findings;
  }
  const outcome = await lockFleet(loaded.compiled, reading.file, invocation, shell);
  await report(outcome.diagnostics, source, invocation, shell);
  if (outcome.result !== undefined) shell.stdout.write(outcome.result);
  const summary = hasFlag(invocation, 'quiet') ? [] : outcome.summary;
  shell.stderr.write(summary.map((line) => `${line}\n`).join(''));
  return outcome.exitCode;
};

async function report(
  diagnostics: readonly Diagnostic[],
  { path, text }: Source,
  invocation: Invocation,
  shell: Shell,
): Promise<void> {
  const { redact } = shell;
  const shown = redact ? diagnostics.map((found) => redactDiagnostic(found, redact)) : diagnostics;
  const reporter = { format: 'text', stream: shell.stderr, invocation, shell } as const;
  await writeDiagnostics(shown, new Map([[path, text]]), reporter);
}

function refuseContradictions(invocation: Invocation): void {
  if (invocation.operands[0] === '-') {
    const message = 'a fleet from standard input has no folder in which its lock could be';
    throw createFailure(exitCodes.usage, message);
  }
  const update = ['update', 'update-all'].find((name) => hasFlag(invocation, name));
  if (update === undefined || !hasFlag(invocation, 'check')) return;
  const message = `"--check" looks at every image and writes nothing, so it goes without "--${update}"`;
  throw createFailure(exitCodes.usage, message);
}
