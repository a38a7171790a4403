import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { maskSecrets, type Source } from '@fleetc/fleet';
import type { CompileOptions } from '../compilation.ts';
import { brokenLock } from '../rules/broken-lock.rule.ts';
import { lockMissing } from '../rules/lock-missing.rule.ts';
import { type Lock, lockFileFor } from './locked-images.ts';
import { parseLock } from './parse-lock.ts';

/** What became of the lock file beside a fleet file. */
export interface LockReading {
  /** Absent when there is none, or none that can be used. */
  readonly lock?: Lock;
  /** The text that was read, for code frames. */
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the lock of the fleet file at `fleetPath`, as far as it is wanted. */
export async function readLock(
  fleetPath: string,
  { readFile, lock = 'use' }: Pick<CompileOptions, 'readFile' | 'lock'>,
): Promise<LockReading> {
  if (lock === 'ignore') return { diagnostics: [] };
  const isRequired = lock === 'require';
  const name = lockFileFor(fleetPath);
  const file = fleetPath.slice(0, fleetPath.lastIndexOf('/') + 1) + name;
  const reading = (await readFile?.(name)) ?? { failure: '', isMissing: true };
  if ('text' in reading) return parse({ path: file, text: reading.text }, isRequired);
  if (reading.isMissing !== true) {
    return { diagnostics: [createDiagnostic(brokenLock, { problem: reading.failure })] };
  }
  return { diagnostics: isRequired ? [createDiagnostic(lockMissing, { file })] : [] };
}

async function parse(raw: Source, isRequired: boolean): Promise<LockReading> {
  // A code frame shows lines of the file, whatever stands in them.
  const { source } = maskSecrets(raw);
  const { value: images, diagnostics } = await parseLock(source);
  const lock = images && { file: source.path, images, isRequired };
  return { source, diagnostics, ...(lock && { lock }) };
}
