import { attempt } from './disk-failure.ts';
import type { EntryKind } from './host.ts';
import { hashContent } from './manifest.ts';
import type { OutputFolder } from './output-folder.ts';
import { temporaryPrefix } from './reserved-names.ts';
import { foldersAbove } from './tree-path.ts';

/** What stands on disk at the paths that somebody asked for. */
export interface Survey {
  readonly files: ReadonlyMap<string, FoundFile>;
  /** Whatever is no file at such a path, or no folder above one. */
  readonly obstacles: ReadonlyMap<string, EntryKind>;
  /** Folders above the paths that exist. */
  readonly folders: ReadonlySet<string>;
  /** Half-written files of a build that crashed. */
  readonly leftovers: readonly string[];
}

export interface FoundFile {
  readonly hash: string;
  readonly isEmpty: boolean;
}

/** Looks at the given paths, at the folders above them, and at nothing else. Never follows a link. */
export function surveyFolder(output: OutputFolder, paths: Iterable<string>): Survey {
  const survey = {
    files: new Map<string, FoundFile>(),
    obstacles: new Map<string, EntryKind>(),
    folders: new Set<string>(),
    leftovers: findLeftovers(output, ''),
  };
  for (const path of paths) {
    const above = foldersAbove(path);
    if (above.every((folder) => enterFolder(output, folder, survey)))
      lookAtFile(output, path, survey);
  }
  return survey;
}

interface OpenSurvey {
  readonly files: Map<string, FoundFile>;
  readonly obstacles: Map<string, EntryKind>;
  readonly folders: Set<string>;
  readonly leftovers: string[];
}

function enterFolder(output: OutputFolder, folder: string, survey: OpenSurvey): boolean {
  if (survey.folders.has(folder)) return true;
  if (survey.obstacles.has(folder)) return false;
  const kind = kindAt(output, folder);
  if (kind === 'folder') {
    survey.folders.add(folder);
    survey.leftovers.push(...findLeftovers(output, folder));
  } else if (kind !== undefined) {
    survey.obstacles.set(folder, kind);
  }
  return kind === 'folder';
}

function lookAtFile(output: OutputFolder, path: string, survey: OpenSurvey): void {
  const kind = kindAt(output, path);
  if (kind === 'file') {
    const content = attempt(output.show(path), () => output.host.read(output.locate(path)));
    survey.files.set(path, { hash: hashContent(content), isEmpty: content.length === 0 });
  } else if (kind !== undefined) {
    survey.obstacles.set(path, kind);
  }
}

function kindAt({ host, locate, show }: OutputFolder, path: string): EntryKind | undefined {
  return attempt(show(path), () => host.kind(locate(path)));
}

function findLeftovers(output: OutputFolder, folder: string): string[] {
  const names = attempt(output.show(folder), () => output.host.list(output.locate(folder))) ?? [];
  return names
    .filter((name) => name.startsWith(temporaryPrefix))
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => kindAt(output, path) !== 'folder');
}
