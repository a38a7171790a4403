import { attempt } from './disk-failure.ts';
import type { OutputFolder } from './output-folder.ts';
import { manifestName } from './reserved-names.ts';

/** What lies in a folder, whoever put it there. */
export interface Contents {
  /** Files that a tool which reads whole folders takes for manifests, in order. */
  readonly documents: readonly string[];
  /** Folders below that hold a tree of their own; nothing in them counts. */
  readonly trees: readonly string[];
}

/** Looks through folders of the output, all of it for the empty path. Enters no link and nothing hidden. */
export function exploreFolder(output: OutputFolder, starts: readonly string[]): Contents {
  const documents: string[] = [];
  const trees: string[] = [];
  const visit = (folder: string) => {
    const names = listNames(output, folder);
    if (folder !== '' && names.includes(manifestName)) {
      trees.push(folder);
      return;
    }
    for (const name of names.filter((entry) => !isOfNoInterest(entry, names))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kindAt(output, path) === 'folder') visit(path);
      else if (isDocument(name)) documents.push(path);
    }
  };
  for (const start of starts) if (start === '' || kindAt(output, start) === 'folder') visit(start);
  return { documents, trees };
}

function listNames({ host, locate, show }: OutputFolder, folder: string): string[] {
  return [...(attempt(show(folder), () => host.list(locate(folder))) ?? [])].sort();
}

function kindAt({ host, locate, show }: OutputFolder, path: string) {
  return attempt(show(path), () => host.kind(locate(path)));
}

// Kustomize downloads charts beside the file that names them.
function isOfNoInterest(name: string, siblings: readonly string[]): boolean {
  return name.startsWith('.') || (name === 'charts' && siblings.includes('kustomization.yaml'));
}

function isDocument(name: string): boolean {
  if (/^readme(?:\.|$)/i.test(name)) return false;
  return /\.(?:ya?ml|json|jsonnet)$/i.test(name) || /^kustomization$/i.test(name);
}
