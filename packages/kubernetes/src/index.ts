/**
 * Kubernetes kinds as this project emits them: types and validators made from `schemas/`, names within each object's
 * budget, and the one canonical YAML form. Knows no fleet: what a pool means is decided in `core`, this package only
 * says what a cluster and a chart accept.
 */
export * from './object.ts';
export * from './violation.ts';
