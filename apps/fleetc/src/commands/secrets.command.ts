import { formatYamlStream } from '@fleetc/kubernetes';
import { type Diagnostic, hasErrors } from '@fleetc/diagnostics';
import { hasFlag, type Invocation } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import { type CompiledInput, loadFleet } from '../load-fleet.ts';
import { refuseErrors } from '../report/refuse-errors.ts';
import { writeReport } from '../report/write-report.ts';
import { secretFileUnreadable } from '../rules/secret-file-unreadable.rule.ts';
import { type FilledSecrets, fillSecrets } from '../secrets/fill-secrets.ts';
import { readValue } from '../secrets/read-value.ts';
import type { Shell } from '../shell.ts';
import { takeSingleEnvironment } from '../single-environment.ts';

/** Prints the Secrets whose values variables and files hold: all of them, or none when one value is missing. */
export const run: Command = async (invocation, shell) => {
  refuseTerminal(invocation, shell);
  const loaded = await loadFleet(invocation.operands[0], invocation, shell);
  const refusal = await refuseErrors(loaded, invocation, shell);
  if (refusal !== undefined || !loaded.compiled) return refusal ?? exitCodes.world;
  const { objects, diagnostics } = fill(loaded.compiled, shell);
  if (hasErrors(diagnostics)) {
    const reporter = { format: 'text', stream: shell.stderr, invocation, shell } as const;
    await writeReport(diagnostics, loaded, reporter);
    return judgeValues(diagnostics);
  }
  if (objects.length === 0) {
    shell.stderr.write('no Secret of this fleet takes its value from a variable or a file\n');
  }
  shell.stdout.write(formatYamlStream(objects));
  return exitCodes.clean;
};

function fill({ compilation, folder }: CompiledInput, shell: Shell): FilledSecrets {
  const { fleet, bundle } = takeSingleEnvironment(compilation);
  const secrets = bundle?.pendingSecrets ?? [];
  return fillSecrets(secrets, fleet, (source) => readValue(source, folder, shell));
}

// A file that cannot be read is the world's fault, a value that is not there or not right the caller's.
function judgeValues(diagnostics: readonly Diagnostic[]): ExitCode {
  const isUnreadable = diagnostics.some(({ code }) => code === secretFileUnreadable.code);
  return isUnreadable ? exitCodes.world : exitCodes.findings;
}

function refuseTerminal(invocation: Invocation, { stdout }: Shell): void {
  if (stdout.isTTY !== true || hasFlag(invocation, 'show-secrets')) return;
  throw createFailure(
    exitCodes.usage,
    'standard output is a terminal, and what is printed there stays in its memory; ' +
      'pipe it into "kubectl apply --server-side -f -", or add --show-secrets',
  );
}
