import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { toDisplayPath } from './display-path.ts';
import { findRoot } from './find-root.ts';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';

/** Where the fleet is, or every folder that was searched for it, as absolute paths. */
export type Found = { readonly file: string } | { readonly looked: readonly string[] };

/** A file stands for itself, a folder for the fleet file in it. Throws what the file system throws. */
export function findOperand(operand: string, directory: string): Found {
  const path = resolve(directory, operand);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { looked: [] };
  if (!stats.isDirectory()) return { file: path };
  const file = findInFolder(path, directory);
  return file === undefined ? { looked: [path] } : { file };
}

/**
 * Searches the working directory, and inside of a repository upwards to its root. Without a repository, or in a folder that
 * others can write to, what lies above may be anybody's, and what is built from it is given to a cluster.
 */
export function findUpwards(directory: string): Found {
  const looked: string[] = [];
  const last = findRoot(directory) ?? directory;
  for (let folder = directory; ; folder = dirname(folder)) {
    if (folder !== directory && !(isListable(folder) && isTrusted(folder, directory)))
      return { looked };
    looked.push(folder);
    const file = findInFolder(folder, directory);
    if (file !== undefined) return { file };
    if (folder === last) return { looked };
  }
}

/** Whether a file of this name is found without being named. */
export function isFleetFileName(name: string): boolean {
  return name === 'fleet.yaml' || name === 'fleetc.yaml' || name.endsWith('.fleet.yaml');
}

// Only folders above may be closed; that the working directory itself is closed has to be said.
function isListable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether only those could have put a file there who own the working directory, run fleetc or run the machine. */
function isTrusted(folder: string, directory: string): boolean {
  const user = process.getuid?.();
  // Windows tells neither of them.
  if (user === undefined) return true;
  const { uid, mode } = statSync(folder);
  const isOpenToAll = (mode & 0o002) !== 0;
  return !isOpenToAll && [user, statSync(directory).uid, 0].includes(uid);
}

function findInFolder(folder: string, directory: string): string | undefined {
  const [first, ...others] = listFleetFiles(folder);
  if (others.length === 0) return first && join(folder, first);
  const names = [first, ...others].join(', ');
  throw createFailure(
    exitCodes.usage,
    `"${toDisplayPath(folder, directory)}" holds several fleet files (${names}); name the one you mean`,
  );
}

/** Names of the fleet files in a folder, sorted. */
export function listFleetFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => isFleetFileName(entry.name) && !entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
