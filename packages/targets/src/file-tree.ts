/** Relative path (forward slashes) to content. Targets make it; only the command line writes it. */
export type FileTree = ReadonlyMap<string, string>;
