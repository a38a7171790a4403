/**
 * What tests of several packages share: the upstream projects' own files, read so that they can be held against what
 * fleetc knows and emits, and whole fleets at random. Never part of a build: a package may name it under
 * `devDependencies` only, and no source file imports it.
 */
export type * from './json-schema.ts';
export * from './upstream/crd.ts';
export * from './upstream/template-keys.ts';
export * from './upstream/upstream.ts';
export * from './upstream/values-paths.ts';
export { encryptedFiles } from './fleets/encrypted-files.ts';
export * from './fleets/fleet.ts';
export type { Plain } from './fleets/plain.ts';
export * from './fleets/plain-fleet.ts';
export * from './fleets/leaves.ts';
export * from './fleets/random-runs.ts';
export * from './fleets/shuffle-keys.ts';
export * from './image/build-image.ts';
export * from './tools/node-releases.ts';
export * from './tools/go-tools.ts';
export * from './markers/markers.ts';
