/**
 * Findings as data: what a rule is, what a diagnostic is, where spans point, and the renderers that turn them into text,
 * JSON, SARIF and GitHub annotations. Knows neither fleets nor Kubernetes, so that every stage and every front end can
 * report in one form; words live in the rules, never at the place of a report.
 */
export * from './diagnostic.ts';
export * from './nearest.ts';
export * from './rule.ts';
export * from './span.ts';
