import type { Manifest } from './manifest.ts';
import type { FoundFile } from './survey.ts';

/**
 * What one path is, by what is wanted there, what is found there, and what fleetc knows that it wrote:
 * `same` wanted and found · `missing` to be made · `changed` ours, to be replaced · `extra` ours, to be deleted ·
 * `edited` and `edited-extra` likewise, but changed by hand · `foreign` never ours, in the way · `gone` nothing to do.
 */
export type Verdict =
  'same' | 'missing' | 'changed' | 'extra' | 'edited' | 'edited-extra' | 'foreign' | 'gone';

/** Judges one path. `wanted` is the hash of the content that belongs there, absent when none does. */
export function judge(
  path: string,
  wanted: string | undefined,
  found: FoundFile | undefined,
  manifest: Manifest,
): Verdict {
  const isWanted = wanted !== undefined;
  if (!found) return isWanted ? 'missing' : 'gone';
  if (found.hash === wanted) return 'same';
  if (isOurs(path, found, manifest)) return isWanted ? 'changed' : 'extra';
  // A path that is only pending was never written, so the file there is somebody else's.
  if (manifest.files.has(path)) return isWanted ? 'edited' : 'edited-extra';
  return isWanted ? 'foreign' : 'gone';
}

/** Whether a file holds what fleetc wrote, or was about to. Losing power can leave a file of ours empty. */
export function isOurs(path: string, found: FoundFile, { files, pending }: Manifest): boolean {
  const isKnown = files.has(path) || pending.has(path);
  return (
    (isKnown && found.isEmpty) || files.get(path) === found.hash || pending.get(path) === found.hash
  );
}
