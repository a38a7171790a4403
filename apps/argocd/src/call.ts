/** What Argo CD hands to a command: the application's folder is the working directory, and everything else a variable. */
export interface Call {
  /** Absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a command wants to be written. Nothing is written before all of it is there, because half of it would prune. */
export interface Answer {
  /** For standard output. */
  readonly result: string;
  /** Lines for standard error, the most telling one last. */
  readonly notes: readonly string[];
}
