import { join, posix, resolve, sep } from 'node:path';
import type { Host } from './host.ts';
import { createNodeHost } from './node-host.ts';

/** How a tree meets what is on disk. */
export interface OutputOptions {
  /** Replaces and deletes files that were edited by hand or written by others, too. Links and folders still stay. */
  readonly force?: boolean;
  /**
   * Folders of the tree that are built this time, such as `['staging']`; what fleetc wrote elsewhere is kept. Absent means
   * that the tree is everything.
   */
  readonly within?: readonly string[];
  /** Whose tree it is, such as the name of a fleet. A folder that somebody else's tree is in is refused, unless forced. */
  readonly owner?: string;
  /**
   * What becomes of documents in the folder that fleetc does not know: `refuse` where something reads the whole folder.
   * Absent means that nobody looks for them.
   */
  readonly unlisted?: 'refuse' | 'warn';
  /** A folder above the output that no link on the way down may lead out of; without, links above the output are followed. */
  readonly below?: string;
  /** @internal The operating system, for tests. */
  readonly host?: Host;
}

/** A folder that trees are written to. */
export interface OutputFolder {
  readonly host: Host;
  /** Absolute path of a path of the tree; of the folder itself for the empty one. */
  readonly locate: (path: string) => string;
  /** The same as messages show it: behind the folder as the user wrote it. */
  readonly show: (path: string) => string;
}

/** Binds a folder, as the user named it, to the system that holds it. Touches nothing. */
export function openFolder(
  outDir: string,
  { host = createNodeHost() }: OutputOptions,
): OutputFolder {
  const root = resolve(outDir);
  const shown = outDir.replaceAll(sep, '/');
  return {
    host,
    locate: (path) => join(root, path),
    show: (path) => posix.join(shown, path),
  };
}
