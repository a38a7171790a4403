/**
 * Two trees of files compared by what they mean to a cluster: objects and releases by their names, their changes in the
 * words of whoever runs them, and what each does to runners. Knows the folders of targets, but no fleet.yaml, no disk and
 * no terminal, so that any two trees can be compared; what a Secret holds never leaves it.
 */
export * from './change.ts';
export * from './compare-trees.ts';
export type { Tree, Unreadable } from './read/tree.ts';
export { concealChanges } from './format/conceal.ts';
export { formatJson } from './format/format-json.ts';
export { formatMarkdown, longestComment } from './format/format-markdown.ts';
export { formatText, type TextOptions } from './format/format-text.ts';
export { type FileNote, type OutputReport, summarizeReports } from './format/report.ts';
