/** The method of the server for the compiled objects of one pool. */
export const manifestsMethod = 'fleetc/manifests';

/** A place in a text, counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Which pool is asked for: by its name, or as the one around a place. */
export type ManifestsParams = { readonly uri: string } & (
  { readonly pool: string } | { readonly position: Position }
);

/** The objects of a pool as YAML, with a title for a tab. */
export interface Manifests {
  readonly title: string;
  readonly text: string;
}

/** What the command was called with: nothing by hand, the pool by a lens above it. */
export function readArguments(
  first: unknown,
  second: unknown,
  cursor: { readonly uri: string; readonly position: Position } | undefined,
): ManifestsParams | undefined {
  if (typeof first === 'string' && typeof second === 'string') return { uri: first, pool: second };
  const { uri, pool } = (first ?? {}) as { readonly uri?: unknown; readonly pool?: unknown };
  // A menu hands over the document, which has no pool.
  return typeof uri === 'string' && typeof pool === 'string' ? { uri, pool } : cursor;
}

/** A change of a text: what it replaces, and what by. */
export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** The same question after the text around its place has changed. What swallows the place leaves it on its line. */
export function follow(params: ManifestsParams, { range, text }: Change): ManifestsParams {
  if (!('position' in params) || range.end.line > params.position.line) return params;
  const added = text.split('\n').length - 1 - (range.end.line - range.start.line);
  const { line, character } = params.position;
  return { ...params, position: { line: line + added, character } };
}
