/**
 * A tree of files becomes files in a folder: what fleetc owns there is replaced and pruned, what others own is left alone,
 * and each file holds its old or its new content at every moment. Knows no fleet, no target and no Kubernetes, only paths
 * and text, so that every target is written under the same promises.
 */
export { checkOutput, type Difference } from './check-output.ts';
export type { Host, EntryKind, ProcessFacts } from './host.ts';
export type { OutputOptions } from './output-folder.ts';
export { planOutput, type OutputPlan } from './plan-output.ts';
export type { PlannedManifest } from './planned-manifest.ts';
export { type OutputFile, readOutput } from './read-output.ts';
export { manifestName } from './reserved-names.ts';
export * from './rules/index.ts';
export { writeOutput, type OutputSummary } from './write-output.ts';
