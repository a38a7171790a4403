/** One option of a command: what the parser accepts, help prints and the shells complete. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** Placeholder of the value in help, such as `DIR`; absent for an option that takes none. */
  readonly value?: string;
  /** The only values that are accepted, in the order of help. */
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  /** What a shell offers as its value. */
  readonly completes?: 'file' | 'directory';
  /** Works, but stays out of help, completion and the reference page. */
  readonly hidden?: true;
  readonly summary: string;
}

/** A command line to copy, and what it is for. */
export interface Example {
  readonly line: string;
  readonly purpose: string;
}

/** One command: the single place that the parser, help, completion and the reference page read. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Operands as help prints them, such as `[FILE|DIR]`. */
  readonly operands: string;
  readonly minOperands: number;
  readonly maxOperands: number;
  /** What a shell offers as an operand: files, names of commands, or one of these words. */
  readonly completes?: 'file' | 'command' | readonly string[];
  /** Paragraphs below the options. */
  readonly details: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
}
