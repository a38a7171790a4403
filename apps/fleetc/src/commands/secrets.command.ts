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

/** Prints the Secrets whose values variables and files hold, or, with the word `list`, what every Secret is for. */
export const run: Command = async (invocation, shell) => {
  const [first, second] = invocation.operands;
  if (first !== 'list') return printSecrets(first, invocation, shell);
  refuseOptions(invocation);
  const { printSecretList } = await import('../secrets/list-secrets.ts');
  return printSecretList(second, invocation, shell);
};

/** All of them, or none when one value is missing. */
async function printSecrets(
  operand: string | undefined,
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode> {
  refuseOperands(invocation);
  refuseTerminal(invocation, shell);
  const loaded = await loadFleet(operand, invocation, shell);
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
}

function refuseOptions(invocation: Invocation): void {
  if (!hasFlag(invocation, 'show-secrets')) return;
  const message =
    'option "--show-secrets" prints values, and "fleetc secrets list" never reads any';
  throw createFailure(exitCodes.usage, message);
}

function refuseOperands({ operands, options }: Invocation): void {
  const [first, second] = operands;
  if (second !== undefined) {
    const message = `command "secrets" takes one file or folder; "${first}" and "${second}" are two`;
    throw createFailure(exitCodes.usage, message);
  }
  if (!options.has('format')) return;
  const message = 'option "--format" is for "fleetc secrets list"; Secrets are printed as YAML';
  throw createFailure(exitCodes.usage, message);
}

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
