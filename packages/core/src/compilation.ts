import type { Diagnostic } from '@fleetc/diagnostics';
import type { Adjustments, Fleet, Limits, Output, Redact, Source } from '@fleetc/fleet';
import type { Bundle } from './bundle.ts';

/** What `compile` is asked for. */
export interface CompileOptions {
  /** Names of environments; all of them when absent. An unknown name is a finding. */
  readonly environments?: readonly string[];
  /**
   * Reads a text file that the fleet refers to, by its path relative to fleet.yaml; asked at most once for a path.
   * Without it, every file counts as missing.
   */
  readonly readFile?: ReadFile;
  /**
   * What to do with the lock file beside fleet.yaml: use it where it is there, which is the default, require it for every
   * image, or compile as if there were none.
   */
  readonly lock?: 'use' | 'require' | 'ignore';
  /** The limits of the reader; those of everybody when absent. */
  readonly limits?: Limits;
  /** What is asked for on top of the file, the same for each environment. */
  readonly adjustments?: Adjustments;
}

/** The text of a file, or why there is none, as one clause; a file that does not exist is marked. */
export type FileReading =
  { readonly text: string } | { readonly failure: string; readonly isMissing?: boolean };
export type ReadFile = (path: string) => FileReading | Promise<FileReading>;

/** What became of one fleet.yaml. */
export interface Compilation {
  readonly source: Source;
  /** Name of the fleet, whatever an environment makes of it. */
  readonly name: string;
  /** Whether the file has an `environments` block, so that outputs have a level for them. */
  readonly hasEnvironments: boolean;
  /** One entry per environment that could be resolved, in the order of names; no bundle where an error stopped it. */
  readonly environments: readonly CompiledEnvironment[];
  /** What the file says should be built, in its order. */
  readonly outputs: readonly Output[];
  /** Takes values that look like secrets, which bundles still hold, out of a text before somebody sees it. */
  readonly redact: Redact;
  /** The lock file as it was read, masked; absent when there is none. */
  readonly lockSource?: Source;
  /** Sorted, each finding once even when several environments share it. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompiledEnvironment {
  readonly name: string;
  readonly fleet: Fleet;
  readonly bundle?: Bundle;
}
