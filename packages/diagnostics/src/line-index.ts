/** A place in a text as people count: both from 1, columns in UTF-16 units as editors and SARIF have them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of one text. Ends of lines are LF, CRLF and CR, as in YAML. */
export interface LineIndex {
  readonly text: string;
  readonly lineCount: number;
  /** Offsets beyond the text count as its end. */
  readonly position: (offset: number) => Position;
  /** Offset of the first character of a line. */
  readonly lineStart: (line: number) => number;
  /** The line without its end. */
  readonly lineText: (line: number) => string;
}

/** Finds the line of an offset by binary search; the text is scanned once, here. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const lineStart = (line: number) => starts[line - 1] ?? text.length;
  return {
    text,
    lineCount: starts.length,
    lineStart,
    lineText: (line) => text.slice(lineStart(line), lineStart(line + 1)).replace(/[\r\n]+$/, ''),
    position: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = countUpTo(starts, inside);
      return { line, column: inside - lineStart(line) + 1 };
    },
  };
}

/** Builds the index of a file when it is first asked for; `undefined` for a file without a text. */
export function createLineIndexes(
  texts: ReadonlyMap<string, string>,
): (file: string) => LineIndex | undefined {
  const indexes = new Map<string, LineIndex>();
  return (file) => {
    const text = texts.get(file);
    if (text !== undefined && !indexes.has(file)) indexes.set(file, createLineIndex(text));
    return indexes.get(file);
  };
}

/** How many of the ascending numbers are not above `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
