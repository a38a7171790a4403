import { resolve } from 'node:path';
import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Comparison } from './compare.ts';
import { attempt } from './disk-failure.ts';
import { exploreFolder } from './explore-folder.ts';
import { parseManifest } from './manifest.ts';
import type { OutputFolder, OutputOptions } from './output-folder.ts';
import { manifestName } from './reserved-names.ts';
import { nestedTree, unlistedFile } from './rules/stray-rules.ts';

/** What lies about in a folder and is no part of the tree. */
export interface Strays {
  /** Trees above or below, one finding each. */
  readonly nested: readonly Diagnostic[];
  /** Documents that neither the tree nor the manifest knows; none where nobody asks for them. */
  readonly unlisted: readonly string[];
}

/** Looks below the folder, and above it as far as the work tree or the folder `below` goes. */
export function findStrays(
  output: OutputFolder,
  tree: ReadonlyMap<string, string>,
  { manifest }: Comparison,
  options: OutputOptions,
): Strays {
  const { documents, trees } = exploreFolder(output, options.within ?? ['']);
  const isKnown = (path: string) =>
    tree.has(path) || manifest.files.has(path) || manifest.pending.has(path);
  return {
    nested: [...findTreesAbove(output, options), ...trees].map((folder) =>
      reportNested(output, folder),
    ),
    unlisted: options.unlisted ? documents.filter((path) => !isKnown(path)) : [],
  };
}

/** A finding for each document that nobody listed; a build that is forced only warns. */
export function reportUnlisted(
  { show }: OutputFolder,
  { unlisted }: Strays,
  options: OutputOptions,
): Diagnostic[] {
  const isRefused = options.unlisted === 'refuse' && !options.force;
  return unlisted.map((path) => {
    const finding = createDiagnostic(unlistedFile, { path: show(path) });
    return isRefused ? finding : { ...finding, severity: 'warning' };
  });
}

function reportNested(output: OutputFolder, folder: string): Diagnostic {
  const isAbove = folder.startsWith('..');
  const [inner, outer] = isAbove ? ['', folder] : [folder, ''];
  const other = readOwner(output, `${folder}/${manifestName}`);
  const params = { inner: output.show(inner), outer: output.show(outer), isAbove };
  return createDiagnostic(nestedTree, { ...params, ...(other !== undefined && { other }) });
}

function readOwner({ host, locate, show }: OutputFolder, file: string): string | undefined {
  const text = attempt(show(file), () => host.read(locate(file)).toString('utf8'));
  return parseManifest(text, show(file)).value?.owner;
}

/** Ways up, such as `../..`, to folders that hold a tree. */
function findTreesAbove(output: OutputFolder, options: OutputOptions): string[] {
  return listWaysUp(output, options).filter(
    (way) => kindAt(output, `${way}/${manifestName}`) === 'file',
  );
}

// Outside of a work tree nothing says which folders belong together.
function listWaysUp(output: OutputFolder, { below }: OutputOptions): string[] {
  const ways = [''];
  for (let way = '..'; output.locate(way) !== output.locate(ways.at(-1)!); way += '/..') {
    ways.push(way);
  }
  const root = ways.findIndex((way) => kindAt(output, `${way || '.'}/.git`) !== undefined);
  const top = below === undefined ? undefined : withoutSlash(resolve(below));
  const folder = ways.findIndex((way) => withoutSlash(output.locate(way)) === top);
  return ways.slice(1, Math.max(root === -1 ? folder : root, 0) + 1);
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)[/\\]$/, '');
}

function kindAt({ host, locate, show }: OutputFolder, path: string) {
  return attempt(show(path), () => host.kind(locate(path)));
}
