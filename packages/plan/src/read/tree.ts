import type { Output } from '@fleetc/core';

/** Relative path to text: a tree of files, wherever it comes from. */
export type Tree = ReadonlyMap<string, string>;

/** A tree, and the target that laid it out. */
export interface TargetTree {
  readonly target: Output['target'];
  readonly files: Tree;
}

/** A file that nobody can make sense of, so that the tree cannot be compared. */
export interface Unreadable {
  readonly path: string;
  /** A clause behind the path, such as `is no YAML`. */
  readonly reason: string;
}

/** Makes what readers throw; `comparePlans` turns it into a result. */
export function createUnreadable(path: string, reason: string): Error & { unreadable: Unreadable } {
  return Object.assign(new Error(`${path} ${reason}`), { unreadable: { path, reason } });
}

/** What was thrown, when it says that a file is unreadable. */
export function toUnreadable(error: unknown): Unreadable | undefined {
  if (!(error instanceof Error) || !('unreadable' in error)) return undefined;
  return error.unreadable as Unreadable;
}
