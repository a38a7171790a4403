import type { Diagnostic } from '@fleetc/diagnostics';
import type { Fleet, Source } from '@fleetc/fleet';
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
}

/** The text of a file, or why there is none, as one clause. */
export type FileReading = { readonly text: string } | { readonly failure: string };
export type ReadFile = (path: string) => FileReading | Promise<FileReading>;

/** What became of one fleet.yaml. */
export interface Compilation {
  readonly source: Source;
  /** Whether the file has an `environments` block, so that outputs have a level for them. */
  readonly hasEnvironments: boolean;
  /** One entry per environment that could be resolved, in the order of names; no bundle where an error stopped it. */
  readonly environments: readonly CompiledEnvironment[];
  /** Sorted, each finding once even when several environments share it. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompiledEnvironment {
  readonly name: string;
  readonly fleet: Fleet;
  readonly bundle?: Bundle;
}
