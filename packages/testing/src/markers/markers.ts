import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The character that stands for the cursor of an editor. */
export const cursor = '‸';

// A line may end as on Windows.
const arrow = /[ \t]*#> ([^\r]*)/;

/** A place in a text as editors count: lines and UTF-16 units from zero. */
export interface MarkedPosition {
  readonly line: number;
  readonly character: number;
}

/** What stands between two places. */
export interface MarkedRange {
  readonly start: MarkedPosition;
  readonly end: MarkedPosition;
}

/** A marker file: a YAML text with cursors in it, and behind `#>` what is expected there. */
export interface MarkerFile {
  readonly name: string;
  readonly marked: string;
}

/** The marker files of a folder, by name. */
export function readMarkerFiles(folder: string): MarkerFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => ({ name, marked: readFileSync(join(folder, name), 'utf8') }));
}

/** A line of a marker file: where its cursor is, and what stands behind its arrow. */
export interface MarkedCursor {
  /** `FILE:LINE`. */
  readonly name: string;
  readonly text: string;
  readonly position: MarkedPosition;
  readonly expected: string;
}

/**
 * The lines of a file that have a cursor. Each is tried in a text without the other ones that are marked `alone`, so that any
 * number of half-written lines fits in a file.
 */
export function readCursors({ name, marked }: MarkerFile, alone: boolean): MarkedCursor[] {
  const lines = marked.split('\n');
  return lines.flatMap((line, index) => {
    if (!line.includes(cursor)) return [];
    const isKept = (other: string, at: number) => at === index || !alone || !other.includes(cursor);
    const kept = lines.filter(isKept);
    const position = {
      line: lines.slice(0, index).filter(isKept).length,
      character: line.indexOf(cursor),
    };
    const expected = arrow.exec(line)?.[1]?.trim() ?? '';
    return [{ name: `${name}:${index + 1}`, text: kept.map(strip).join('\n'), position, expected }];
  });
}

/** The cursors of every marker file in a folder, see `readCursors`. */
export function readMarkers(folder: string, alone: boolean): MarkedCursor[] {
  return readMarkerFiles(folder).flatMap((file) => readCursors(file, alone));
}

/** What is expected of a part of a text. */
export interface MarkedPart {
  readonly range: MarkedRange;
  readonly expected: string;
}

/** The text without its marks, and what stands between each two cursors with the words behind `#>` on the line of the first. */
export function readParts(marked: string): { text: string; parts: readonly MarkedPart[] } {
  const lines = marked.split('\n');
  const cursors = lines.flatMap((line, number) =>
    line
      .split(cursor)
      .slice(0, -1)
      .map((_, index, before) => ({
        line: number,
        character: before.slice(0, index + 1).join('').length,
      })),
  );
  const parts = cursors.flatMap((start, index) => {
    if (index % 2 === 1) return [];
    const expected = arrow.exec(lines[start.line]!)?.[1]?.trim() ?? '';
    return [{ range: { start, end: cursors[index + 1]! }, expected }];
  });
  return { text: lines.map(strip).join('\n'), parts };
}

function strip(line: string): string {
  return line.replace(arrow, '').replaceAll(cursor, '');
}
