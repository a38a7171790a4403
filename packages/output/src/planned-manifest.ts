import type { Comparison } from './compare.ts';
import { isOurs } from './judge.ts';
import { formatManifest, type Manifest } from './manifest.ts';

/** Texts of the manifest: as found, while files are replaced, and when all is done. */
export interface PlannedManifest {
  /** `undefined` when there is none yet. */
  readonly current: string | undefined;
  readonly interim: string;
  readonly final: string;
}

/** Works out what the manifest says at each moment of a build that writes the given paths. */
export function planManifest(comparison: Comparison, writes: readonly string[]): PlannedManifest {
  return {
    current: comparison.manifestText,
    interim: formatManifest(toInterim(comparison, writes)),
    final: formatManifest(toFinal(comparison)),
  };
}

/**
 * Covers the content before and after, so that wherever a build stops the next one knows what is its own. Files that
 * somebody else edited do not become fleetc's before they are replaced.
 */
function toInterim(
  { manifest, wanted, survey, owner }: Comparison,
  writes: readonly string[],
): Manifest {
  const files = new Map(manifest.files);
  for (const [path, found] of survey.files) {
    if (isOurs(path, found, manifest) || found.hash === wanted.get(path))
      files.set(path, found.hash);
  }
  const pending = new Map(manifest.pending);
  for (const path of writes) pending.set(path, wanted.get(path)!);
  return { ...(owner !== undefined && { owner }), files, pending };
}

function toFinal({ manifest, wanted, verdicts, owner }: Comparison): Manifest {
  const elsewhere = (map: ReadonlyMap<string, string>) =>
    [...map].filter(([path]) => !verdicts.has(path));
  return {
    ...(owner !== undefined && { owner }),
    files: new Map([...elsewhere(manifest.files), ...wanted]),
    pending: new Map(elsewhere(manifest.pending)),
  };
}
