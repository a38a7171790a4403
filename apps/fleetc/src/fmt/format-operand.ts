import { type Diagnostic, sortDiagnostics } from '@fleetc/diagnostics';
import { formatFleet, readFleet, redactDiagnostic, type Source } from '@fleetc/fleet';
import { resolve } from 'node:path';
import { hasFlag, type Invocation } from '../cli/invocation.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { readInput } from '../input/read-input.ts';
import { writeDiagnostics } from '../report/write-report.ts';
import { checkReplaceable, replaceFile } from '../seal/replace-file.ts';
import type { Shell } from '../shell.ts';

/** Lays out the file that an operand means, in place; standard input goes to standard output. */
export async function formatOperand(
  operand: string | undefined,
  invocation: Invocation,
  shell: Shell,
): Promise<ExitCode> {
  const reporter = { format: 'text', stream: shell.stderr, invocation, shell } as const;
  const { value: input, diagnostics } = await readInput(operand, shell);
  if (!input) {
    await writeDiagnostics(diagnostics, new Map(), reporter);
    return exitCodes.world;
  }
  const { source } = input;
  const refusal = await findRefusal(source, shell);
  if (refusal) {
    const texts = new Map([[source.path, refusal.shown.text]]);
    await writeDiagnostics(refusal.diagnostics, texts, reporter);
    return exitCodes.findings;
  }
  const { value: text = source.text } = await formatFleet(source);
  const isCheck = hasFlag(invocation, 'check');
  if (operand === '-' && !isCheck) shell.stdout.write(text);
  if (text === source.text) return exitCodes.clean;
  if (operand === '-' && !isCheck) return exitCodes.clean;
  const code = isCheck ? exitCodes.different : replace(source, text, shell);
  if (code !== exitCodes.world) shell.stdout.write(`${source.path}\n`);
  return code;
}

// Broken YAML has no layout, and a file that says that it is something else belongs to somebody else.
const refusedCodes = /^FLC(?:1\d{3}|2009)$/;
const wrongHeader = 'FLC2004';

async function findRefusal(
  source: Source,
  shell: Shell,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly shown: Source } | undefined> {
  const { source: shown, redact, diagnostics } = await readFleet(source);
  shell.redact = redact;
  const found = diagnostics.filter(({ severity, code, path = [] }) => {
    const isHeader = code === wrongHeader && /^(?:apiVersion|kind)$/.test(path.join('.'));
    return severity === 'error' && (refusedCodes.test(code) || isHeader);
  });
  if (found.length === 0) return undefined;
  return { diagnostics: sortDiagnostics(found).map((one) => redactDiagnostic(one, redact)), shown };
}

function replace({ path, text: before }: Source, text: string, shell: Shell): ExitCode {
  const replacement = { file: resolve(shell.directory, path), path, before };
  const failure = checkReplaceable(replacement) ?? replaceFile(replacement, text);
  if (!failure) return exitCodes.clean;
  shell.stderr.write(`fleetc: ${failure.message}\n`);
  return exitCodes.world;
}
