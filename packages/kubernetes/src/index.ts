/**
 * Kubernetes kinds as this project emits them: types and validators made from `schemas/`, and the one canonical YAML
 * form. Knows no fleet: what a pool means is decided in `core`, this package only says what a cluster and a chart
 * accept.
 */
export * from './object.ts';
export * from './violation.ts';
export * from './yaml/format-yaml.ts';
export * from './types.ts';
export { loadObjectValidator, type Validator } from './validate-object.ts';
export { type Chart, loadValuesValidator } from './validate-values.ts';
