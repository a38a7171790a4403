import { isAbsolute, relative, sep } from 'node:path';

/** A path as messages show it: relative to the working directory, with forward slashes on every system. */
export function toDisplayPath(path: string, directory: string): string {
  const shown = relative(directory, path) || '.';
  // On another drive of Windows there is no relative form.
  return (isAbsolute(shown) ? path : shown).split(sep).join('/');
}
