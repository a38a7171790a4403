import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position, Range } from 'vscode-languageserver';

/** A line of a marker file: where its cursor is, and what stands behind its arrow. */
export interface MarkedLine {
  /** `FILE:LINE`. */
  readonly name: string;
  readonly text: string;
  readonly position: Position;
  readonly expected: string;
}

/** The character that stands for the cursor. */
export const cursor = '‸';

const arrow = /\s*#> (.*)$/;

/**
 * The marked lines of every file in a folder. A marked line holds a cursor and, behind `#>`, what is expected there. With
 * `alone`, each is tried in a text without the other marked lines, so that any number of half-written ones fits in a file.
 */
export function readMarkers(folder: string, alone: boolean): MarkedLine[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      line.includes(cursor) ? [readLine(lines, index, { name, alone })] : [],
    );
  });
}

interface File {
  readonly name: string;
  readonly alone: boolean;
}

function readLine(lines: readonly string[], index: number, { name, alone }: File): MarkedLine {
  const line = lines[index]!;
  const kept = lines.map((other, at) => {
    if (at !== index && alone && other.includes(cursor)) return undefined;
    return strip(other);
  });
  const before = kept.slice(0, index).filter((other) => other !== undefined).length;
  return {
    name: `${name}:${index + 1}`,
    text: kept.filter((other) => other !== undefined).join('\n'),
    position: { line: before, character: line.indexOf(cursor) },
    expected: arrow.exec(line)?.[1]?.trim() ?? '',
  };
}

function strip(line: string): string {
  return line.replace(arrow, '').replaceAll(cursor, '');
}

/** A code with the place that is marked for it. */
export interface MarkedSpan {
  readonly code: string;
  readonly range: Range;
}

/** The text without its marks, and the code behind `#>` of each line with the span between its two cursors. */
export function readSpans(marked: string): { text: string; expected: readonly MarkedSpan[] } {
  const expected = marked.split('\n').flatMap((whole, line) => {
    const [before, inside] = whole.split(cursor);
    const code = arrow.exec(whole.trimEnd())?.[1];
    if (inside === undefined || code === undefined) return [];
    const start = { line, character: before!.length };
    return [{ code, range: { start, end: { line, character: before!.length + inside.length } } }];
  });
  const text = marked.replaceAll(cursor, '').replaceAll(/\s*#> .*/g, '');
  return { text, expected };
}
