import type { Result } from '@fleetc/diagnostics';
import { compareFolder } from './compare.ts';
import { attempt, settle } from './disk-failure.ts';
import type { Verdict } from './judge.ts';
import { openFolder, type OutputFolder, type OutputOptions } from './output-folder.ts';

/** A file as it stands in a folder. */
export interface OutputFile {
  readonly text: string;
  /** `ours` holds what fleetc wrote · `edited` was changed since · `foreign` is in the way and was never written by fleetc. */
  readonly state: 'ours' | 'edited' | 'foreign';
}

/**
 * What stands in a folder at the paths of a tree and at those that fleetc wrote, in the order of paths; writes nothing.
 * Files that neither knows are left out. A folder that is not there is empty.
 */
export async function readOutput(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: Omit<OutputOptions, 'force'> = {},
): Promise<Result<ReadonlyMap<string, OutputFile>>> {
  return settle(() => {
    const output = openFolder(outDir, options);
    const { value, diagnostics } = compareFolder(output, tree, options);
    if (!value) return { diagnostics };
    const files = [...value.verdicts].flatMap(([path, verdict]): [string, OutputFile][] => {
      const state = states[verdict];
      if (!state) return [];
      return [[path, { text: tree.get(path) ?? '', state, ...found(output, path, verdict) }]];
    });
    return { value: new Map(files), diagnostics: [] };
  });
}

const states: Partial<Record<Verdict, OutputFile['state']>> = {
  'same': 'ours',
  'changed': 'ours',
  'extra': 'ours',
  'edited': 'edited',
  'edited-extra': 'edited',
  'foreign': 'foreign',
};

// What equals the tree need not be read once more.
function found(
  { host, locate, show }: OutputFolder,
  path: string,
  verdict: Verdict,
): { readonly text?: string } {
  if (verdict === 'same') return {};
  return { text: attempt(show(path), () => host.read(locate(path)).toString('utf8')) };
}
