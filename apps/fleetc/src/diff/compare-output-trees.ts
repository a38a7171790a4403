import type { Diagnostic, Result } from '@fleetc/diagnostics';
import { maskSecrets } from '@fleetc/fleet';
import { type OutputFile, readOutput } from '@fleetc/output';
import { compareTrees, concealChanges, type FileNote, type OutputReport } from '@fleetc/plan';
import { exitCodes } from '../exit-code.ts';
import { createFailure } from '../failure.ts';
import type { WantedTree, WantedTrees } from './load-trees.ts';

/** Compares each tree with its folder; without a value when a folder cannot be read. */
export async function compareOutputTrees(
  wanted: WantedTrees,
): Promise<Result<readonly OutputReport[]>> {
  const reports: OutputReport[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const tree of wanted.trees) {
    const found = await readFolder(tree);
    if (found.value) reports.push(compareWith(found.value, tree, wanted));
    diagnostics.push(...found.diagnostics);
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: reports, diagnostics };
}

// In another checkout only the trees matter, not whose they are or whether a build could replace them.
function readFolder({ tree, folder, options, isOther }: WantedTree): ReturnType<typeof readOutput> {
  const { within } = options;
  return readOutput(tree, folder, isOther ? { ...(within && { within }) } : options);
}

function compareWith(
  found: ReadonlyMap<string, OutputFile>,
  { tree, target, folder, isOther }: WantedTree,
  { environments, compilation }: WantedTrees,
): OutputReport {
  const before = new Map([...found].map(([path, { text }]) => [path, text]));
  const comparison = compareTrees({ target, before, after: tree });
  if ('unreadable' in comparison) {
    const { path, reason } = comparison.unreadable;
    throw createFailure(exitCodes.world, `"${folder}/${path}" ${reason}`);
  }
  const changes = comparison.changes.filter(
    ({ environment }) => !environments || environment === '' || environments.includes(environment),
  );
  const conceal = (text: string) => compilation.redact(maskSecrets({ path: '', text }).source.text);
  const notes = isOther ? [] : notesOf(found, folder);
  return { target, folder, changes: concealChanges(changes, conceal), notes };
}

function notesOf(found: ReadonlyMap<string, OutputFile>, folder: string): FileNote[] {
  return [...found].flatMap(([path, { state }]) =>
    state === 'ours' ? [] : [{ path: `${folder}/${path}`, state }],
  );
}
