import type { Bundle, PlainOutput } from '@fleetc/core';
import type { FileTree } from '../file-tree.ts';
import { formatItem, placeItems } from '../layout/place-items.ts';
import { type File, inFolder, toTree } from '../layout/to-tree.ts';
import type { LayoutOptions, Target } from '../target.ts';
import { renderReadme } from './readme/render-readme.ts';

/** Folders in install order, one object a file, and a README with the commands: for `helm` and `kubectl` by hand. */
export const plainTarget: Target<PlainOutput> = {
  name: 'plain',
  separatesEnvironments: true,
  layout,
};

async function layout(bundles: readonly Bundle[], options: LayoutOptions): Promise<FileTree> {
  const files = bundles.flatMap((bundle) => {
    const folder = options.hasEnvironments ? `${bundle.environment}/` : '';
    return inFolder(folder, layOutBundle(bundle, options));
  });
  return toTree(files);
}

function layOutBundle(bundle: Bundle, options: LayoutOptions): File[] {
  const placed = placeItems(bundle);
  const files = placed.map((item): File => [item.file, formatItem(item)]);
  return [...files, ['README.md', renderReadme(bundle, placed, options)]];
}
