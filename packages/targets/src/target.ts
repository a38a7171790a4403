import type { Bundle } from '@fleetc/core';
import type { FileTree } from './file-tree.ts';

/** One way to arrange bundles as files. */
export interface Target {
  /** As `--target` names it. */
  readonly name: string;
  /** Lays out one bundle for each environment. Equal bundles give equal bytes; the tree is in the order of paths. */
  layout(bundles: readonly Bundle[], options: LayoutOptions): Promise<FileTree>;
}

export interface LayoutOptions {
  /** Whether each environment gets a folder of its own; without, there is one bundle. */
  readonly hasEnvironments: boolean;
}
