/** What kept a registry from answering; each kind has a remedy of its own. */
export type RegistryFailureKind =
  | 'unreachable'
  | 'unknown-host'
  | 'untrusted'
  | 'without-tls'
  | 'denied'
  | 'missing'
  | 'busy'
  | 'timeout'
  | 'proxy'
  | 'not-a-registry'
  | 'broken';

/** Why an image could not be resolved. */
export interface RegistryFailure {
  readonly kind: RegistryFailureKind;
  /** The host that failed, with its port where it has one; not always the one that was asked first. */
  readonly host: string;
  /** One clause for a message, with the host in it. */
  readonly reason: string;
}

/** A failure on its way up; everything else that is thrown is a fault of the program. */
export interface RegistryError extends Error {
  readonly failure: RegistryFailure;
}

/** Makes a failure to throw. */
export function createRegistryError(
  kind: RegistryFailureKind,
  host: string,
  reason: string,
): RegistryError {
  return Object.assign(new Error(reason), { failure: { kind, host, reason } });
}

/** The failure in something that was thrown, or `undefined` when it is none. */
export function failureIn(error: unknown): RegistryFailure | undefined {
  return error instanceof Error && 'failure' in error
    ? (error as RegistryError).failure
    : undefined;
}
