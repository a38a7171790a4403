import type { Result } from '@fleetc/diagnostics';
import { compareFolder } from './compare.ts';
import { settle } from './disk-failure.ts';
import type { Verdict } from './judge.ts';
import { openFolder, type OutputOptions } from './output-folder.ts';
import { planManifest } from './planned-manifest.ts';
import { manifestName } from './reserved-names.ts';

/** One way in which a folder differs from a tree. */
export interface Difference {
  readonly path: string;
  /** `extra` was written by fleetc and left the tree; `foreign` is in the way and was not written by fleetc. */
  readonly kind: 'missing' | 'changed' | 'extra' | 'foreign';
}

/**
 * Compares a tree with a folder and writes nothing. No difference means that a build would change no file. Files that
 * neither the tree nor the manifest knows are of no interest.
 */
export async function checkOutput(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: Omit<OutputOptions, 'force'> = {},
): Promise<Result<readonly Difference[]>> {
  return settle(() => {
    const { value, diagnostics } = compareFolder(openFolder(outDir, options), tree, options);
    if (!value) return { diagnostics };
    const differences = [...value.verdicts].flatMap(([path, verdict]) =>
      toDifference(path, verdict),
    );
    // The manifest follows from the files, so it is worth a line only when they agree and it does not.
    const { current, final } = planManifest(value, []);
    if (differences.length === 0 && current !== final) {
      differences.push({ path: manifestName, kind: current === undefined ? 'missing' : 'changed' });
    }
    return { value: differences, diagnostics };
  });
}

const kinds: Partial<Record<Verdict, Difference['kind']>> = {
  'missing': 'missing',
  'changed': 'changed',
  'edited': 'changed',
  'extra': 'extra',
  'edited-extra': 'extra',
  'foreign': 'foreign',
};

function toDifference(path: string, verdict: Verdict): Difference[] {
  const kind = kinds[verdict];
  return kind ? [{ path, kind }] : [];
}
