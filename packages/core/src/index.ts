/**
 * The compiler: one Fleet becomes one Bundle of Helm releases, Secrets and runner objects, each with the path in the
 * fleet that caused it, and `compile` is the whole way from text to bundles. Knows no folder layout and no disk; targets
 * lay a bundle out, the command line writes it.
 */
export type {
  ArgocdOutput,
  FluxOutput,
  GitSource,
  HelmfileOutput,
  KustomizeOutput,
  OciSource,
  Output,
  PlainOutput,
} from '@fleetc/fleet';
export * from './bundle.ts';
export * from './compilation.ts';
export * from './compile.ts';
export * from './compile-bundle.ts';
export type { AnyTable, Row } from './emission/table.ts';
export { emissionTables } from './emission-tables.ts';
export { formatLock } from './lock/format-lock.ts';
export {
  type Lock,
  lockFileFor,
  type LockedImage,
  type LockedImages,
  nameInLock,
} from './lock/locked-images.ts';
export { parseLock } from './lock/parse-lock.ts';
export { lockNameOf } from './lock/pin-images.ts';
export { createRewriter, type Rewriter } from './registry/rewriter.ts';
export { coreRules } from './rules/index.ts';
export { lengthProblem } from './secrets/delivery/sealed-length.ts';
export { sealingMark, sealingMarkAnnotation } from './secrets/sealing-mark.ts';
export { type SecretPlace, secretPlaces } from './secrets/secret-places.ts';
export * from './validate-bundle.ts';
