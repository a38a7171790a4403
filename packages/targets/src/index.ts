/**
 * Layouts: bundles become a tree of files, one folder of code for each target behind one interface. Knows Kubernetes
 * objects and Helm releases, but neither fleet.yaml nor the disk, so that a new target touches no other and every tree is
 * written under the same rules.
 */
export * from './file-tree.ts';
export * from './target.ts';
export * from './targets.ts';
