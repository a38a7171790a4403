import { layoutProblem, type Splice } from './change.ts';
import type { Target } from './insert-entry.ts';
import { endOfLine, entriesInOrder, isFlow, startOfLine } from './layout.ts';

/** Takes an entry out of a map that has others: its lines, or its part between the braces with one comma. */
export function removeEntry({ document, text, path, map }: Target, key: string): Splice {
  const entries = entriesInOrder(document, path, map);
  const own = document.span([...path, key], 'key');
  const index = entries.findIndex((entry) => entry.key.start === own.start);
  const entry = entries[index];
  if (!entry || entries.length === 1) throw layoutProblem('the only entry of a map');
  const end = Math.max(entry.key.end, entry.value.end);
  if (isFlow(text, document.span(path))) {
    const next = entries[index + 1];
    if (next) return { start: own.start, end: next.key.start, text: '' };
    const before = entries[index - 1]!;
    return { start: Math.max(before.key.end, before.value.end), end, text: '' };
  }
  const start = startOfLine(text, own.start);
  if (text.slice(start, own.start).trim() !== '') throw layoutProblem('an entry amid a line');
  const last = text.slice(0, end).trimEnd().length;
  const lineEnd = endOfLine(text, last);
  const lineBreak = /^\r?\n/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0;
  return { start, end: lineEnd + lineBreak, text: '' };
}
