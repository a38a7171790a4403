/** What an entry is to hold: a text, or entries of its own. */
export type Tree = string | { readonly [key: string]: Tree };

/** One change of a YAML file: an entry gets a text, with all maps that lead to it, or goes. */
export type Change =
  | { readonly path: readonly string[]; readonly set: Tree }
  | { readonly path: readonly string[]; readonly set?: undefined };

/** A range of the text and what comes in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A layout that cannot be changed without touching what stands around it; the message is one clause. */
export interface LayoutProblem extends Error {
  readonly isLayout: true;
}

/** Makes such a problem to throw. */
export function layoutProblem(message: string): LayoutProblem {
  return Object.assign(new Error(message), { isLayout: true as const });
}

/** Whether something thrown is one. */
export function isLayoutProblem(error: unknown): error is LayoutProblem {
  return error instanceof Error && 'isLayout' in error;
}
