/** The record of what fleetc wrote, at the root of an output folder. */
export const manifestName = '.fleetc-manifest.json';

/** Held while a build writes, at the root of an output folder. */
export const lockName = '.fleetc-lock';

/** What a half-written file is called; one that a crash left behind is removed by the next build. */
export const temporaryPrefix = '.fleetc-tmp-';

/** Whether a file name belongs to this package rather than to a tree. */
export function isReservedName(name: string): boolean {
  const folded = name.toLowerCase();
  return folded === manifestName || folded === lockName || folded.startsWith(temporaryPrefix);
}
