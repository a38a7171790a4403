/**
 * The fleet language: its one schema, the way from text to a resolved, frozen Fleet for each environment, and the rules
 * that a fleet must keep. Knows no Kubernetes object and no chart value, so that a second controller or target never
 * changes what a fleet.yaml means.
 */
export type * from './model.ts';
export * from './limits.ts';
export type { Document } from './parse/document.ts';
export { maskSecrets } from './literal-secrets/mask-secrets.ts';
export * from './literal-secrets/redact-report.ts';
export type { Redact } from './literal-secrets/suspicious/create-redaction.ts';
export { parseDocument } from './parse/parse-document.ts';
export { formatFleet } from './format/format-fleet.ts';
export * from './resolve/adjust-file.ts';
export { defaultRunnerImage, fleetDefaults } from './resolve/defaults.ts';
export * from './resolve/read-fleet.ts';
export * from './resolve/resolve-outputs.ts';
export * from './resolve/resolve-fleet.ts';
export * from './source.ts';
export * from './capacity/capacity.ts';
export { servesUpstream } from './registry-products/served-upstreams.ts';
export * from './registry-products/upstream-host.ts';
export { checkFleet, fleetRules } from './rules/fleet-rules.ts';
export { buildxMirror, dockerConfigFolder, hasDocker } from './rules/docker/docker-config.ts';
export { exampleFleet } from './rules/example.ts';
export * from './rules/raw-rules.ts';
export { unknownEnvironment } from './rules/references/reference-rules.ts';
export { secretWithoutSource } from './rules/references/secret-rules.ts';
