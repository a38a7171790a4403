import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the Git repository that a folder is in; `undefined` outside of one. */
export function findRoot(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
