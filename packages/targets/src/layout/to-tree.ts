import type { FileTree } from '../file-tree.ts';

/** A relative path and its text. */
export type File = readonly [path: string, text: string];

/** Files as a tree in the order of paths. Two at one path are a fault, because one of them would be lost. */
export function toTree(files: readonly File[]): FileTree {
  const tree = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (tree.size < files.length) throw new Error(`two objects share the file ${findTwice(files)}`);
  return tree;
}

/** The same files in a folder, whose path ends in a slash or is empty. */
export function inFolder(folder: string, files: readonly File[]): File[] {
  return files.map(([path, text]) => [`${folder}${path}`, text]);
}

function findTwice(files: readonly File[]): string | undefined {
  const paths = files.map(([path]) => path);
  return paths.find((path, index) => paths.indexOf(path) !== index);
}
