import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { isSystemError } from './disk-failure.ts';
import type { EntryKind, Host, ProcessFacts } from './host.ts';

/** The real disk and the real process. */
export function createNodeHost(): Host {
  return {
    kind: (path) => kindOf(lstatSync(path, { throwIfNoEntry: false })),
    list: (folder) => unless(['ENOENT'], () => readdirSync(folder)),
    read: (file) => readFileSync(file),
    create: createFile,
    rename: renameSync,
    remove: unlinkSync,
    makeFolder,
    // Solaris and AIX say EEXIST where others say ENOTEMPTY.
    removeEmptyFolder: (folder) =>
      unless(['ENOENT', 'ENOTEMPTY', 'EEXIST'], () => rmdirSync(folder)),
    process: createProcessFacts(),
  };
}

function kindOf(stats: Stats | undefined): EntryKind | undefined {
  if (!stats) return undefined;
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

// Node's own recursive mkdir never returns below a folder that takes no folders and says ENOENT, such as /proc.
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another build may have been faster.
    if (!isSystemError(error, 'EEXIST') || !isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function createFile(file: string, text: string, flush = false): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, text);
    if (flush) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function createProcessFacts(): ProcessFacts {
  return {
    id: process.pid,
    machine: hostname().replaceAll(/\s/g, '-') || 'localhost',
    isRunning: (id) => {
      try {
        return process.kill(id, 0);
      } catch (error) {
        return !isSystemError(error, 'ESRCH');
      }
    },
    pause: (milliseconds) =>
      void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
  };
}

function unless<T>(codes: readonly string[], action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (isSystemError(error, ...codes)) return undefined;
    throw error;
  }
}
