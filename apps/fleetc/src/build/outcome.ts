import type { Diagnostic } from '@fleetc/diagnostics';
import type { ExitCode } from '../exit-code.ts';

/** Whether a run may go on with what was found after the compiler: no errors, and no more warnings than allowed. */
export type Tolerance = (found: readonly Diagnostic[]) => boolean;

/** How one way of building ended; nothing of it is printed yet. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** What was found after the compiler. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was asked for, for standard output. */
  readonly result?: string;
  /** Lines for people, left out by `--quiet`. */
  readonly summary: readonly string[];
}
