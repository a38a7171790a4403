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
export { createRewriter, type Rewriter } from './registry/rewriter.ts';
export { coreRules } from './rules/index.ts';
export * from './validate-bundle.ts';
