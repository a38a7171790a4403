import { relative, sep } from 'node:path';
import { createDiagnostic, type Diagnostic, type Result } from '@fleetc/diagnostics';
import { attempt } from './disk-failure.ts';
import type { EntryKind } from './host.ts';
import { judge, type Verdict } from './judge.ts';
import { emptyManifest, hashContent, parseManifest, type Manifest } from './manifest.ts';
import type { OutputFolder, OutputOptions } from './output-folder.ts';
import { manifestName } from './reserved-names.ts';
import {
  brokenManifest,
  fileInTheWay,
  folderInTheWay,
  linkInOutput,
  otherOwner,
} from './rules/refusal-rules.ts';
import { surveyFolder, type Survey } from './survey.ts';
import { checkTreePaths, foldersAbove } from './tree-path.ts';

/** A tree against a folder, path by path. */
export interface Comparison {
  /** Every path of the tree and every path that fleetc wrote where it builds this time, in order. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Hashes of the tree. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly survey: Survey;
  readonly manifest: Manifest;
  /** Whose tree it is, or was as far as anybody knows. */
  readonly owner: string | undefined;
  /** Absent when there is none. */
  readonly manifestText: string | undefined;
}

/** Compares; reports whatever no build can get past, with force or without. Writes nothing. */
export function compareFolder(
  output: OutputFolder,
  tree: ReadonlyMap<string, string>,
  options: OutputOptions,
): Result<Comparison> {
  const unsafe = checkTreePaths(tree.keys());
  if (unsafe.length > 0) return { diagnostics: unsafe };
  const leading = reportLinkAbove(output, options);
  if (leading.length > 0) return { diagnostics: leading };
  const manifestText = readManifestText(output);
  const { value: manifest, diagnostics } = readManifest(output, manifestText, options);
  if (!manifest) return { diagnostics };
  const strangers = reportOwner(output, manifest, options);
  if (strangers.length > 0) return { diagnostics: strangers };

  const paths = listPaths(tree, manifest, options);
  const survey = surveyFolder(output, paths);
  const obstacles = reportObstacles(output, tree, survey);
  if (obstacles.length > 0) return { diagnostics: obstacles };
  const wanted = new Map([...tree].map(([path, text]) => [path, hashContent(text)]));
  const verdicts = new Map(
    paths.map((path) => [path, judge(path, wanted.get(path), survey.files.get(path), manifest)]),
  );
  const owner = options.owner ?? manifest.owner;
  return { value: { verdicts, wanted, survey, manifest, owner, manifestText }, diagnostics: [] };
}

function reportLinkAbove(
  { host, locate, show }: OutputFolder,
  { below }: OutputOptions,
): Diagnostic[] {
  if (below === undefined) return [];
  const down = relative(below, locate('')).split(sep);
  // No slash at the end, which would follow the link.
  const ways = down.map((_, index) =>
    down
      .slice(index + 1)
      .fill('..')
      .join('/'),
  );
  const link = ways.find((way) => attempt(show(way), () => host.kind(locate(way))) === 'link');
  return link === undefined ? [] : [describeObstacle(show(link), 'link')];
}

// Each of two fleets would delete what the other one wrote.
function reportOwner(
  { show }: OutputFolder,
  { owner: other }: Manifest,
  { owner, force }: OutputOptions,
): Diagnostic[] {
  if (force || owner === undefined || other === undefined || owner === other) return [];
  return [createDiagnostic(otherOwner, { path: show(''), owner, other })];
}

/** The manifest as it stands on disk; `undefined` when there is none. */
export function readManifestText({ host, locate, show }: OutputFolder): string | undefined {
  const file = locate(manifestName);
  if (attempt(show(''), () => host.kind(file)) !== 'file') return undefined;
  return attempt(show(manifestName), () => host.read(file).toString('utf8'));
}

function readManifest(
  { show }: OutputFolder,
  text: string | undefined,
  { force }: OutputOptions,
): Result<Manifest> {
  if (text === undefined) return { value: emptyManifest, diagnostics: [] };
  const result = parseManifest(text, show(manifestName));
  const isBroken = result.diagnostics.some(({ code }) => code === brokenManifest.code);
  return isBroken && force ? { value: emptyManifest, diagnostics: [] } : result;
}

function listPaths(
  tree: ReadonlyMap<string, string>,
  { files, pending }: Manifest,
  { within }: OutputOptions,
): string[] {
  const isWithin = (path: string) =>
    !within || within.some((folder) => path.startsWith(`${folder}/`));
  const known = [...files.keys(), ...pending.keys()].filter(isWithin);
  return [...new Set([...tree.keys(), ...known])].sort();
}

/** A path that is no longer wanted needs no report: whatever took its place is left alone. */
function reportObstacles(
  { host, locate, show }: OutputFolder,
  tree: ReadonlyMap<string, string>,
  { obstacles }: Survey,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const report = (path: string, kind: EntryKind | undefined, wanted: 'file' | 'folder') => {
    if (kind === undefined || kind === wanted) return;
    found.set(path, describeObstacle(show(path), kind));
  };
  for (const path of tree.keys()) {
    for (const folder of foldersAbove(path)) report(folder, obstacles.get(folder), 'folder');
    report(path, obstacles.get(path), 'file');
  }
  const kind = attempt(show(manifestName), () => host.kind(locate(manifestName)));
  report(manifestName, kind, 'file');
  return [...found.values()];
}

function describeObstacle(path: string, kind: EntryKind): Diagnostic {
  if (kind === 'folder') return createDiagnostic(folderInTheWay, { path });
  if (kind === 'file') return createDiagnostic(fileInTheWay, { path });
  const what = kind === 'link' ? 'symbolic link' : 'special file';
  return createDiagnostic(linkInOutput, { path, what });
}
