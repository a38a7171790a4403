import type { Bundle, Output } from '@fleetc/core';
import type { FileTree } from './file-tree.ts';

/** The name of a target, as `--target` and `outputs` in a fleet.yaml spell it. */
export type TargetName = Output['target'];

/** What an entry of `outputs` says to one target, defaults filled. */
export type OutputOf<N extends TargetName> = Extract<Output, { readonly target: N }>;

/** One way to arrange bundles as files. */
export interface Target<O extends Output = Output> {
  readonly name: O['target'];
  /**
   * Whether everything of an environment lies in the folder of its name, so that one can be built and leave the others
   * alone. Absent means that environments share files, and are built together.
   */
  readonly separatesEnvironments?: true;
  /**
   * Lays out one bundle for each environment. Paths are relative to the output's folder. Equal bundles give equal bytes;
   * the tree is in the order of paths, see `toTree`.
   */
  layout(bundles: readonly Bundle[], options: TargetOptions<O>): Promise<FileTree>;
}

/** What is the same for every target. */
export interface LayoutOptions {
  /** Whether each environment gets a folder of its own; without, there is one bundle. */
  readonly hasEnvironments: boolean;
}

/** What a target is asked for. */
export interface TargetOptions<O extends Output = Output> extends LayoutOptions {
  readonly output: O;
}
