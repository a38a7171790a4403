import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { isReservedName } from './reserved-names.ts';
import { collidingPaths, unsafePath } from './rules/refusal-rules.ts';

/**
 * Why a path cannot be stored below an output folder on every system, as a clause; `undefined` when it can. Paths are
 * relative, with forward slashes.
 */
export function describeUnsafePath(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/')) return 'is absolute';
  if (forbiddenCharacter.test(path)) return 'holds a character that some systems cannot store';
  for (const part of path.split('/')) {
    const reason = describeUnsafePart(part);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Reports paths that cannot be stored, and pairs that cannot exist side by side. */
export function checkTreePaths(paths: Iterable<string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, string>();
  for (const path of paths) {
    const reason = describeUnsafePath(path);
    if (reason !== undefined) diagnostics.push(createDiagnostic(unsafePath, { path, reason }));
    const other = files.get(path.toLowerCase());
    if (other !== undefined) diagnostics.push(collision(path, other, 'differ only in letter case'));
    files.set(path.toLowerCase(), path);
  }
  return [...diagnostics, ...checkFolders(files)];
}

/** The folders above a path, from the top: `a` and `a/b` for `a/b/c.yaml`. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

// A colon names a drive or an alternate stream on Windows, a backslash separates parts there.
// oxlint-disable-next-line no-control-regex -- control characters are the subject
const forbiddenCharacter = /[\u0000-\u001f\u007f<>:"|?*\\]/;
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

function describeUnsafePart(part: string): string | undefined {
  if (part === '') return 'has an empty part';
  if (part === '.' || part === '..') return 'leaves its folder';
  if (/[. ]$/.test(part)) return 'has a part that ends in a dot or a blank';
  if (deviceName.test(part)) return 'has a part that Windows reserves for a device';
  if (isReservedName(part)) return 'has a part that fleetc keeps for itself';
  return undefined;
}

function checkFolders(files: ReadonlyMap<string, string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [folded, path] of files) {
    const file = foldersAbove(folded).find((folder) => files.has(folder));
    if (file === undefined) continue;
    diagnostics.push(collision(path, files.get(file)!, 'cannot be a folder and a file at once'));
  }
  return diagnostics;
}

function collision(path: string, other: string, reason: string): Diagnostic {
  return createDiagnostic(collidingPaths, { path, other, reason });
}
