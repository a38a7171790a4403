import type { Bundle } from '@fleetc/core';
import type { FileTree } from '../file-tree.ts';
import type { LayoutOptions, Target } from '../target.ts';
import { formatItem, placeItems } from './place-items.ts';
import { renderReadme } from './readme/render-readme.ts';

/** Folders in install order, one object a file, and a README with the commands: for `helm` and `kubectl` by hand. */
export const plainTarget: Target = { name: 'plain', layout };

async function layout(bundles: readonly Bundle[], options: LayoutOptions): Promise<FileTree> {
  const files = bundles.flatMap((bundle) => {
    const folder = options.hasEnvironments ? `${bundle.environment}/` : '';
    return layOutBundle(bundle, options).map(([file, text]) => [`${folder}${file}`, text] as const);
  });
  return toTree(files);
}

function layOutBundle(bundle: Bundle, options: LayoutOptions): Array<readonly [string, string]> {
  const placed = placeItems(bundle);
  const files = placed.map((item) => [item.file, formatItem(item)] as const);
  return [...files, ['README.md', renderReadme(bundle, placed, options)]];
}

function toTree(files: ReadonlyArray<readonly [string, string]>): FileTree {
  const tree = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (tree.size < files.length) throw new Error(`two objects share the file ${findTwice(files)}`);
  return tree;
}

function findTwice(files: ReadonlyArray<readonly [string, string]>): string | undefined {
  const paths = files.map(([path]) => path);
  return paths.find((path, index) => paths.indexOf(path) !== index);
}
