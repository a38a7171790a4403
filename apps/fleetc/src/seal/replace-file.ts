import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { describeSystemError } from '@fleetc/input';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileNotReplaced } from '../rules/file-not-replaced.rule.ts';

/** A file that is to get another text. */
export interface Replacement {
  /** Absolute. */
  readonly file: string;
  /** As messages show it. */
  readonly path: string;
  /** What the file has to hold up to the last moment; absent for a file that must not exist yet. */
  readonly before?: string;
}

/** Why a file could not be replaced, before anything is written; `undefined` when it can, as far as one sees. */
export function checkReplaceable(replacement: Replacement): Diagnostic | undefined {
  return guard(replacement, () => {
    const { file, before } = replacement;
    if (before === undefined) return undefined;
    const target = realpathSync(file);
    // The superuser may write to a file that its owner wants to keep as it is.
    if ((statSync(target).mode & 0o222) === 0) return 'the file is read-only';
    accessSync(target, constants.W_OK);
    accessSync(dirname(target), constants.W_OK);
    return describeChange(target, before);
  });
}

/** Puts a text in the place of a file as a whole: at every moment, and after every failure, there is the old or the new one. */
export function replaceFile(replacement: Replacement, text: string): Diagnostic | undefined {
  return guard(replacement, () => {
    const { file, before } = replacement;
    if (before === undefined) mkdirSync(dirname(file), { recursive: true });
    const target = before === undefined ? file : realpathSync(file);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      writeTemporary(temporary, text, statSync(target, { throwIfNoEntry: false }));
      const change = describeChange(target, before);
      if (change === undefined) renameSync(temporary, target);
      return change;
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

function guard(
  { path: file }: Replacement,
  action: () => string | undefined,
): Diagnostic | undefined {
  try {
    const reason = action();
    return reason === undefined ? undefined : createDiagnostic(fileNotReplaced, { file, reason });
  } catch (error) {
    const reason = describeSystemError(error);
    if (reason === undefined) throw error;
    return createDiagnostic(fileNotReplaced, { file, reason });
  }
}

function describeChange(target: string, before: string | undefined): string | undefined {
  if (before === undefined) {
    return statSync(target, { throwIfNoEntry: false })
      ? 'a file appeared there meanwhile'
      : undefined;
  }
  const isSame = readFileSync(target).equals(Buffer.from(before, 'utf8'));
  return isSame ? undefined : 'it changed since it was read';
}

function writeTemporary(temporary: string, text: string, old: Stats | undefined): void {
  const descriptor = openSync(temporary, 'wx');
  try {
    writeFileSync(descriptor, text);
    if (old) keepAttributes(descriptor, old);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepAttributes(descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only the superuser gives files away, and nobody else's file has another owner than the one who may write it.
  }
  fchmodSync(descriptor, mode & 0o7777);
}
