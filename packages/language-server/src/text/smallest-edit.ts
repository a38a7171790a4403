import type { Edit } from './edit.ts';

/** The one edit that turns a text into another and leaves equal lines at both ends alone; `undefined` for equal texts. */
export function smallestEdit(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const old = linesOf(before);
  const next = linesOf(after);
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  const start = lengthOf(old.slice(0, head));
  const end = before.length - lengthOf(old.slice(old.length - tail));
  return { start, end, text: next.slice(head, next.length - tail).join('') };
}

/** The lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
