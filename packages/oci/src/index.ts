/**
 * Asks container registries over the OCI distribution API what a tag stands for: the only code of the project that opens
 * a connection. Knows image references and nothing of fleets, lock files or command lines; credentials, variables and
 * certificates are handed in, and every failure is one clause that names a host and never a credential.
 */
export { type Credentials, type DockerLogins, parseDockerLogins } from './docker-logins.ts';
export type { RegistryFailure, RegistryFailureKind } from './failure.ts';
export { createRegistryClient, type RegistryClient } from './registry-client.ts';
export type { Answer, Question } from './registry-client.ts';
export type { RegistryOptions } from './registry-options.ts';
