/**
 * Findings as data: what a rule is, what a diagnostic is, where spans point, and the renderers that turn them into text,
 * JSON, SARIF and GitHub annotations. Knows neither fleets nor Kubernetes, so that every stage and every front end can
 * report in one form; words live in the rules, never at the place of a report.
 */
export * from './diagnostic.ts';
export * from './ignore-comments.ts';
export { ignoreRules, unusedIgnore } from './ignore-rules.ts';
export * from './line-index.ts';
export * from './nearest.ts';
export { toPrintable } from './printable.ts';
export type { Renderer, RenderHost } from './render-host.ts';
export * from './renderers.ts';
export * from './rule.ts';
export * from './shorten.ts';
export * from './span.ts';
export * from './summary.ts';
