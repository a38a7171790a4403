/** A range of one file, as UTF-16 offsets into its text; `end` is exclusive. Lines and columns are made by renderers. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A span with the words that belong under its marker. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** The place of a value inside a document, from the top: `['pools', 'build', 'labels', 0]`. */
export type Path = readonly (string | number)[];

/** Prints a path as people write it: `pools.build.labels[0]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z0-9_$-]+$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
