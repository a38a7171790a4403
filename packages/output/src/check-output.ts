import type { Result } from '@fleetc/diagnostics';
import { compareFolder } from './compare.ts';
import { settle } from './disk-failure.ts';
import type { Verdict } from './judge.ts';
import { openFolder, type OutputOptions } from './output-folder.ts';
import { planManifest } from './planned-manifest.ts';
import { findStrays, reportUnlisted } from './report-strays.ts';
import { manifestName } from './reserved-names.ts';

/** One way in which a folder differs from a tree. */
export interface Difference {
  readonly path: string;
  /**
   * `edited` was changed by hand; `extra` was written by fleetc and left the tree; `foreign` was not written by fleetc and
   * is in the way, or would be read with the rest.
   */
  readonly kind: 'missing' | 'changed' | 'edited' | 'extra' | 'foreign';
}

/**
 * Compares a tree with a folder and writes nothing. No difference means that a build would change no file. Of files
 * that neither the tree nor the manifest knows only documents count, as `unlisted` says.
 */
export async function checkOutput(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: Omit<OutputOptions, 'force'> = {},
): Promise<Result<readonly Difference[]>> {
  return settle(() => {
    const output = openFolder(outDir, options);
    const { value, diagnostics } = compareFolder(output, tree, options);
    if (!value) return { diagnostics };
    const strays = findStrays(output, tree, value, options);
    if (strays.nested.length > 0) return { diagnostics: strays.nested };
    const differences = [...value.verdicts].flatMap(([path, verdict]) =>
      toDifference(path, verdict),
    );
    // The manifest follows from the files, so it is worth a line only when they agree and it does not.
    const { current, final } = planManifest(value, []);
    if (differences.length === 0 && current !== final) {
      differences.push({ path: manifestName, kind: current === undefined ? 'missing' : 'changed' });
    }
    if (options.unlisted !== 'refuse') {
      return { value: differences, diagnostics: reportUnlisted(output, strays, options) };
    }
    const foreign = strays.unlisted.map((path) => ({ path, kind: 'foreign' as const }));
    return { value: [...differences, ...foreign], diagnostics };
  });
}

const kinds: Partial<Record<Verdict, Difference['kind']>> = {
  'missing': 'missing',
  'changed': 'changed',
  'edited': 'edited',
  'extra': 'extra',
  'edited-extra': 'edited',
  'foreign': 'foreign',
};

function toDifference(path: string, verdict: Verdict): Difference[] {
  const kind = kinds[verdict];
  return kind ? [{ path, kind }] : [];
}
