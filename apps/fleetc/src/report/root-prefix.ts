import { findRoot } from '../input/find-root.ts';
import { toDisplayPath } from '../input/display-path.ts';

/** The way from the root of the repository to the working directory, such as `infra/`; `undefined` outside of one. */
export function findRootPrefix(directory: string): string | undefined {
  const root = findRoot(directory);
  return root === undefined || root === directory
    ? undefined
    : `${toDisplayPath(directory, root)}/`;
}
