import { toPrintable } from '@fleetc/diagnostics';
import { describeSystemError } from '@fleetc/input';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { isFailure } from '../failure.ts';
import { internalFault } from '../rules/internal-fault.rule.ts';
import type { Shell } from '../shell.ts';

const holdsValues: readonly string[] = ['secrets', 'seal'];

/**
 * Words for whatever ended a command, and the exit code. The message of an unforeseen error is not shown for `secrets` and
 * `seal`, because it could quote a value.
 */
export function reportThrown(error: unknown, command: string, shell: Shell): ExitCode {
  if (isFailure(error)) {
    const hint =
      error.exitCode === exitCodes.usage ? `Run "fleetc help ${command}" for help.\n` : '';
    shell.stderr.write(`fleetc: ${toPrintable(error.message)}\n${hint}`);
    return error.exitCode;
  }
  const reason = describeSystemError(error);
  if (reason !== undefined) {
    shell.stderr.write(`fleetc: ${reason}${describePath(error)}\n`);
    return exitCodes.world;
  }
  shell.stderr.write(describeFault(error, shell, holdsValues.includes(command)));
  return exitCodes.fault;
}

function describePath(error: unknown): string {
  return error instanceof Error && 'path' in error ? `: "${String(error.path)}"` : '';
}

// Written by hand and not by a renderer, which may be what broke.
function describeFault(error: unknown, shell: Shell, isSensitive: boolean): string {
  const { code, message, fix } = internalFault;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const redacted = shell.redact?.(text) ?? text;
  const shown = isSensitive ? 'the message is withheld, because it could hold a secret' : redacted;
  const frames = shell.environment['FLEETC_DEBUG'] === '1' ? listFrames(error) : [];
  const lines = [
    `error[${code}]: ${toPrintable(message({ message: shown }))}`,
    `  = fix: ${String(fix)}`,
    ...frames,
  ];
  return `${lines.join('\n')}\n`;
}

// The frames alone: the head of a stack repeats the message.
function listFrames(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const head = `${error.name}: ${error.message}`;
  return error.stack.startsWith(head) ? error.stack.slice(head.length + 1).split('\n') : [];
}
