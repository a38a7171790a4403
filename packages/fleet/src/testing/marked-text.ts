import type { Diagnostic, Span } from '@fleetc/diagnostics';

/** A text without its markers, and what they enclosed. */
export interface MarkedText {
  readonly text: string;
  /** In the order of the text: what `‸…‸` encloses, where findings are expected. */
  readonly places: readonly Span[];
  /** What `‹…›` encloses: other places that take part. */
  readonly related: readonly Span[];
}

/** Takes the markers out of a text. */
export function readMarks(marked: string, file = 'fleet.yaml'): MarkedText {
  const places: Span[] = [];
  const related: Span[] = [];
  let text = '';
  let open = -1;
  for (const character of marked) {
    if (!'‸‹›'.includes(character)) text += character;
    else if (open < 0) open = text.length;
    else {
      const span = { file, start: open, end: text.length };
      (character === '›' ? related : places).push(span);
      open = -1;
    }
  }
  return { text, places, related };
}

/** Code and place of findings, in the order of places; what a marked text is compared with. */
export function codesAt(diagnostics: readonly Diagnostic[]): [string, Span | undefined][] {
  return diagnostics
    .map(({ code, primary }): [string, Span | undefined] => [code, primary?.span])
    .sort(([, a], [, b]) => (a?.start ?? 0) - (b?.start ?? 0));
}

/** The other places of findings, in the order of places. */
export function relatedSpans(diagnostics: readonly Diagnostic[]): Span[] {
  return diagnostics.flatMap(({ related }) => related.map(({ span }) => span)).sort(byStart);
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}
