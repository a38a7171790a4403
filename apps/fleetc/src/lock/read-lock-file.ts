import { type LockedImages, lockFileFor, parseLock } from '@fleetc/core';
import type { Diagnostic } from '@fleetc/diagnostics';
import { maskSecrets, type Source } from '@fleetc/fleet';
import { readBeside } from '@fleetc/input';
import { dirname, join } from 'node:path';
import type { CompiledInput } from '../load-fleet.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

/** The lock file as it is before anything is asked. */
export interface LockFile {
  /** Absolute. */
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  /** Empty when there is no file. */
  readonly text: string;
  readonly images: LockedImages;
}

/** The file, or what is wrong with it. */
export type LockFileReading =
  | { readonly file: LockFile }
  | { readonly diagnostics: readonly Diagnostic[]; readonly source: Source };

/** Reads the lock file of a fleet; one that is not there is an empty one. */
export async function readLockFile({
  compilation: { source },
  folder,
}: CompiledInput): Promise<LockFileReading> {
  const name = lockFileFor(source.path);
  const shown = join(dirname(source.path), name).replaceAll('\\', '/');
  const path = join(folder, name);
  const reading = readBeside(folder)(name);
  if (!('text' in reading)) {
    if (reading.isMissing === true) return { file: { path, shown, text: '', images: new Map() } };
    throw createFailure(exitCodes.world, `cannot read "${shown}": ${reading.failure}`);
  }
  const masked = maskSecrets({ path: shown, text: reading.text }).source;
  const { value: images, diagnostics } = await parseLock(masked);
  if (!images) return { diagnostics, source: masked };
  return { file: { path, shown, text: reading.text, images } };
}
