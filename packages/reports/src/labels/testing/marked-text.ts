import type { Diagnostic, Span } from '@fleetc/diagnostics';

/** A workflow without its markers, and the places that `‸…‸` enclosed, in the order of the text. */
export interface MarkedText {
  readonly text: string;
  readonly places: readonly Span[];
}

/** Takes the markers out of a text. */
export function readMarks(marked: string, file = 'ci.yml'): MarkedText {
  const parts = marked.split('‸');
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
  const places = parts.flatMap((part, index) => {
    const start = starts[index]!;
    return index % 2 === 1 ? [{ file, start, end: start + part.length }] : [];
  });
  return { text: parts.join(''), places };
}

/** Code and place of findings, in their order. */
export function codesAt(diagnostics: readonly Diagnostic[]): [string, Span | undefined][] {
  return diagnostics.map(({ code, primary }) => [code, primary?.span]);
}
