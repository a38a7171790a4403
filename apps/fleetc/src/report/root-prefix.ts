import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toDisplayPath } from '../input/display-path.ts';

/** The way from the root of the repository to the working directory, such as `infra/`; `undefined` outside of one. */
export function findRootPrefix(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return toPrefix(folder, directory);
    if (folder === dirname(folder)) return undefined;
  }
}

function toPrefix(root: string, directory: string): string | undefined {
  return root === directory ? undefined : `${toDisplayPath(directory, root)}/`;
}
