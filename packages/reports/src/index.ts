/**
 * Views of a fleet and of its bundle for people: what it can grow to, how it hangs together, which jobs reach which pool,
 * which Secrets it needs. Each is a model with its printed forms in a folder of its own. Writes nothing and knows no
 * command line; what a view warns about is a rule of the language, so that `check` says the same.
 */
export * from './capacity/capacity-report.ts';
export * from './graph/index.ts';
export * from './labels/index.ts';
export * from './secrets/index.ts';
