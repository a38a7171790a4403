/** What stands at a path; links are never followed. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/**
 * The operating system as far as output needs it. Paths are absolute. Every operation throws the system's own error
 * (with its `code`), so that a test can put a full or a crashing disk in its place.
 *
 * Operations are synchronous: one file costs a few system calls, and a promise for each costs more than the call.
 */
export interface Host {
  /** `undefined` when there is nothing. */
  kind(path: string): EntryKind | undefined;
  /** Names in a folder; `undefined` when there is nothing at the path. A link to a folder counts as that folder. */
  list(folder: string): readonly string[] | undefined;
  read(file: string): Buffer;
  /** Makes a new file and fails when there is one. `flush` waits until the disk has it. */
  create(file: string, text: string, flush?: boolean): void;
  /** Replaces `to` in one step. */
  rename(from: string, to: string): void;
  remove(file: string): void;
  /** Makes a folder and those above it. */
  makeFolder(folder: string): void;
  /** Removes a folder if it is there and empty. */
  removeEmptyFolder(folder: string): void;
  readonly process: ProcessFacts;
}

/** What a lock file says about its owner, and how to find out whether it still runs. */
export interface ProcessFacts {
  readonly id: number;
  /** Name of the machine, without blanks. */
  readonly machine: string;
  /** Whether a process of this machine runs. */
  isRunning(id: number): boolean;
  pause(milliseconds: number): void;
}
