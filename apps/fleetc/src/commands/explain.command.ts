import { nearest } from '@fleetc/diagnostics';
import type { Invocation } from '../cli/invocation.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** Explains a code by its rule, and anything else as a path in the fleet. */
export const run: Command = (invocation, shell) => {
  const [topic = ''] = invocation.operands;
  return /^FLC\d+$/i.test(topic)
    ? explainCode(topic.toUpperCase(), shell)
    : explainPath(topic, invocation, shell);
};

async function explainCode(code: string, shell: Shell): Promise<ExitCode> {
  const { allRules } = await import('../rules/all-rules.ts');
  const rule = allRules.find((candidate) => candidate.code === code);
  if (!rule) {
    const meant = nearest(
      code,
      allRules.map((candidate) => candidate.code),
    );
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    throw createFailure(exitCodes.findings, `there is no rule "${code}"${hint}`);
  }
  const { formatRulePage } = await import('../explain/format-rule-page.ts');
  const { findDiagnostic } = await import('../explain/find-diagnostic.ts');
  shell.stdout.write(await formatRulePage(rule, findDiagnostic));
  return exitCodes.clean;
}

async function explainPath(topic: string, invocation: Invocation, shell: Shell): Promise<ExitCode> {
  const { explainValue } = await import('../explain/explain-value.ts');
  return explainValue(topic, invocation, shell);
}
