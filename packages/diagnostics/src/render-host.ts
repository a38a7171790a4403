import type { Diagnostic } from './diagnostic.ts';
import type { AnyRule } from './rule.ts';

/** What a renderer may know of the world; it asks for nothing else. */
export interface RenderHost {
  /** Text by file name, as spans name it. A file that is missing here is named without line and code frame. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether ANSI sequences may be written; of use to `text` alone. */
  readonly colour: boolean;
  /** Columns of the terminal; less than 40 counts as 40. */
  readonly width: number;
  /** Every rule of the tool, for the rule table of SARIF. */
  readonly rules: readonly AnyRule[];
  readonly toolVersion: string;
  /** The way from the root of the repository to where file names start, such as `infra/`, for SARIF and GitHub. */
  readonly rootPrefix?: string;
}

/** Turns findings, already sorted, into one output format. */
export type Renderer = (diagnostics: readonly Diagnostic[], host: RenderHost) => string;
