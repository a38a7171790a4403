import type { Bundle, KustomizeOutput } from '@fleetc/core';
import type { FileTree } from '../file-tree.ts';
import { inFolder, toTree } from '../layout/to-tree.ts';
import type { Target, TargetOptions } from '../target.ts';
import { nameReferences, referencesFolder } from './name-references.ts';
import { layOutPart } from './part-files.ts';
import { cutParts, mostObjects } from './parts.ts';
import { renderReadme } from './readme.ts';

/**
 * A base of what environments share, components of what some of them share, and an overlay for each with the rest. A
 * build of an overlay gives the objects of its environment as they are, names and namespaces included.
 */
export const kustomizeTarget: Target<KustomizeOutput> = { name: 'kustomize', layout };

async function layout(
  bundles: readonly Bundle[],
  options: TargetOptions<KustomizeOutput>,
): Promise<FileTree> {
  const parts = cutParts(bundles, mostObjects);
  const files = [
    ...inFolder(`${referencesFolder}/`, nameReferences()),
    ...parts.flatMap((part) => layOutPart(part, options.output)),
  ];
  return toTree([...files, ['README.md', renderReadme(bundles, parts, { files, ...options })]]);
}
