import type { Bundle, Output } from '@fleetc/core';
import type { FileTree } from './file-tree.ts';
import type { LayoutOptions, OutputOf, Target, TargetName } from './target.ts';

type Targets = { readonly [N in TargetName]?: () => Promise<Target<OutputOf<N>>> };

/** Every target by name. Each is loaded when it is asked for, so that a command pays for no other. */
export const targets = {
  plain: async () => (await import('./plain/plain-target.ts')).plainTarget,
  helmfile: async () => (await import('./helmfile/helmfile-target.ts')).helmfileTarget,
  kustomize: async () => (await import('./kustomize/kustomize-target.ts')).kustomizeTarget,
  argocd: async () => (await import('./argocd/argocd-target.ts')).argocdTarget,
  flux: async () => (await import('./flux/flux-target.ts')).fluxTarget,
} as const satisfies Targets;

/** The names of the targets, in the order of help. */
export const targetNames = Object.keys(targets) as readonly TargetName[];

/** Whether a word names a target. */
export function isTargetName(word: string): word is TargetName {
  return Object.hasOwn(targets, word);
}

/** The target that an entry of `outputs` is for. */
export async function loadTarget(name: TargetName): Promise<Target> {
  const load = (targets as Targets)[name];
  if (!load) throw new Error(`target "${name}" has no code`);
  // The table holds the target of each name, which the compiler cannot follow through an index.
  return load();
}

/** The files of one entry of `outputs`, from one bundle for each environment. */
export async function layOut(
  bundles: readonly Bundle[],
  output: Output,
  options: LayoutOptions,
): Promise<FileTree> {
  const target = await loadTarget(output.target);
  return target.layout(bundles, { ...options, output });
}
