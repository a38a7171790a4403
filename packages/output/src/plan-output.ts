import { createDiagnostic, type Diagnostic, hasErrors, type Result } from '@fleetc/diagnostics';
import { compareFolder, type Comparison } from './compare.ts';
import { settle } from './disk-failure.ts';
import type { Verdict } from './judge.ts';
import { openFolder, type OutputFolder, type OutputOptions } from './output-folder.ts';
import { planManifest, type PlannedManifest } from './planned-manifest.ts';
import { findStrays, reportUnlisted } from './report-strays.ts';
import { editedFile, foreignFile } from './rules/refusal-rules.ts';
import { foldersAbove } from './tree-path.ts';

/** What a build will do to a folder. Data only: nothing is done yet, and nothing in it stands against doing it. */
export interface OutputPlan {
  readonly tree: ReadonlyMap<string, string>;
  /** As the user wrote it. */
  readonly outDir: string;
  readonly options: OutputOptions;
  /** Paths to write, new ones and changed ones, in order. */
  readonly writes: readonly string[];
  /** Paths to delete: fleetc wrote them and they left the tree. */
  readonly deletions: readonly string[];
  /** Paths that already hold what is wanted. */
  readonly unchanged: readonly string[];
  /** Half-written files of a build that crashed. */
  readonly leftovers: readonly string[];
  /** Folders that may be empty afterwards, the deepest first. */
  readonly emptied: readonly string[];
  readonly manifest: PlannedManifest;
}

/**
 * Compares a tree with a folder and decides what to do. There is no plan when the folder holds something that a build must
 * not touch, or cannot be read: then the findings say so, one for each file.
 */
export async function planOutput(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: OutputOptions = {},
): Promise<Result<OutputPlan>> {
  return settle(() => planFolder(tree, outDir, options));
}

/** `planOutput`, for a caller that is inside `settle` already. */
export function planFolder(
  tree: ReadonlyMap<string, string>,
  outDir: string,
  options: OutputOptions,
): Result<OutputPlan> {
  const output = openFolder(outDir, options);
  const { value: comparison, diagnostics } = compareFolder(output, tree, options);
  if (!comparison) return { diagnostics };
  const strays = findStrays(output, tree, comparison, options);
  const refusals = options.force ? [] : [...strays.nested, ...reportRefusals(output, comparison)];
  const findings = [...refusals, ...reportUnlisted(output, strays, options)];
  if (hasErrors(findings)) return { diagnostics: findings };
  return { value: { tree, outDir, options, ...decide(comparison) }, diagnostics: findings };
}

function reportRefusals({ show }: OutputFolder, { verdicts }: Comparison): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [path, verdict] of verdicts) {
    const rule = refusalRules[verdict];
    if (rule) diagnostics.push(createDiagnostic(rule, { path: show(path) }));
  }
  return diagnostics;
}

const refusalRules: Partial<Record<Verdict, typeof foreignFile>> = {
  'foreign': foreignFile,
  'edited': editedFile,
  'edited-extra': editedFile,
};

function decide(comparison: Comparison): Omit<OutputPlan, 'tree' | 'outDir' | 'options'> {
  const select = (...verdicts: readonly Verdict[]) =>
    [...comparison.verdicts].flatMap(([path, verdict]) => (verdicts.includes(verdict) ? path : []));
  const writes = select('missing', 'changed', 'edited', 'foreign');
  const { leftovers, folders } = comparison.survey;
  return {
    writes,
    deletions: select('extra', 'edited-extra'),
    unchanged: select('same'),
    leftovers,
    emptied: listEmptied(select('extra', 'edited-extra', 'gone'), folders),
    manifest: planManifest(comparison, writes),
  };
}

// Only folders that the survey entered: a link could lead out of the output folder.
function listEmptied(paths: readonly string[], folders: ReadonlySet<string>): string[] {
  const above = new Set(paths.flatMap(foldersAbove));
  return [...above]
    .filter((folder) => folders.has(folder))
    .sort()
    .reverse();
}
