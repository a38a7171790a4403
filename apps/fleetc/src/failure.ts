import type { ExitCode } from './exit-code.ts';

/**
 * Ends a command early with an exit code and a sentence that is already worded for the user. Everything else that is
 * thrown counts as a fault of fleetc.
 */
export interface Failure extends Error {
  readonly exitCode: ExitCode;
}

/** Makes a failure to throw; `message` is one sentence without a full stop. */
export function createFailure(exitCode: ExitCode, message: string): Failure {
  return Object.assign(new Error(message), { exitCode });
}

/** Whether something thrown is a failure. Told by shape and not by class: entry and commands are bundles of their own. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'exitCode' in error;
}
