import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { describeSystemError } from '@fleetc/input';
import { replaceInOneStep } from '../process/replace-in-one-step.ts';
import { lockNotWritten } from '../rules/lock-not-written.rule.ts';
import type { LockFile } from './read-lock-file.ts';

/** Replaces the file in one step, so that it holds the old or the new text at every moment. */
export function writeLockFile({ path, shown }: LockFile, text: string): Diagnostic | undefined {
  try {
    replaceInOneStep(path, text);
    return undefined;
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return createDiagnostic(lockNotWritten, { file: shown, reason });
  }
}
