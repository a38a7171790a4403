import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { describeSystemError } from '@fleetc/input';
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import process from 'node:process';
import { lockNotWritten } from '../rules/lock-not-written.rule.ts';
import type { LockFile } from './read-lock-file.ts';

/** Replaces the file in one step, so that it holds the old or the new text at every moment. */
export function writeLockFile({ path, shown }: LockFile, text: string): Diagnostic | undefined {
  try {
    replace(followLink(path), text);
    return undefined;
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return createDiagnostic(lockNotWritten, { file: shown, reason });
  }
}

/** A link stays one: what it leads to is replaced. */
function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function replace(path: string, text: string): void {
  // Of a name of its own, so that two runs do not write into one file.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
