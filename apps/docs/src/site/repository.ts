import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The repository as the site reads it; paths are relative to its root, with `/`. */
export interface Repository {
  /** Text of a file. */
  read(path: string): string;
  /** What stands at the path. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Paths of all files below a folder, in order; without what is made or installed. */
  list(folder: string): readonly string[];
}

const skipped = new Set(['node_modules', 'dist', '.git', '.cache', '.nx']);

/** The repository in a folder of the disk. */
export function openRepository(root: string): Repository {
  const list = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !skipped.has(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        return entry.isDirectory() ? list(path) : [path];
      });
  return {
    list,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    kindOf(path) {
      const stats = statSync(join(root, path), { throwIfNoEntry: false });
      if (!stats) return undefined;
      return stats.isDirectory() ? 'folder' : 'file';
    },
  };
}
