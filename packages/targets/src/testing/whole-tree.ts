import type { FileTree } from '../file-tree.ts';

/** A tree as one text, each file under its path, for a snapshot that people read. */
export function printTree(tree: FileTree): string {
  return [...tree].map(([path, text]) => `--- ${path}\n${text}`).join('\n');
}
