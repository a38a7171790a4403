import type { Path } from '@fleetc/diagnostics';
import type { Document } from '@fleetc/fleet';

/** A map of plain data. */
export type Plain = { readonly [key: string]: unknown };

/** A range of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a key and what belongs to it stand. */
export interface Entry {
  readonly key: Range;
  readonly value: Range;
}

/** Whether a value is a map. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path of plain data. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isPlain(inner) ? inner[key] : undefined), value);
}

/** Whether the map at `range` is written with braces. */
export function isFlow(text: string, { start }: Range): boolean {
  return text[start] === '{';
}

/** The entries of a map in the order of the text, each with the ranges of its key and its value. */
export function entriesInOrder(document: Document, path: readonly string[], map: Plain): Entry[] {
  return Object.keys(map)
    .map((name) => {
      const place = [...path, name];
      return { key: document.span(place, 'key'), value: document.span(place) };
    })
    .sort((a, b) => a.key.start - b.key.start);
}

/** Where the last thing stands that a map of block style holds, however deep. */
export function lastLeaf(document: Document, path: Path, value: unknown): Entry {
  const entry = { key: document.span(path, 'key'), value: document.span(path) };
  const isFlowOrAlias = '{[*'.includes(document.source.text[entry.value.start] ?? ' ');
  if (typeof value !== 'object' || value === null || (path.length > 0 && isFlowOrAlias))
    return entry;
  const children = Object.entries(value).map(([name, child]) => {
    const place = [...path, Array.isArray(value) ? Number(name) : name];
    return { place, child, start: document.span(place, 'key').start };
  });
  const last = children.sort((a, b) => a.start - b.start).at(-1);
  return last ? lastLeaf(document, last.place, last.child) : entry;
}

/** Columns between the start of the line and `at`. */
export function columnOf(text: string, at: number): number {
  return at - startOfLine(text, at);
}

/** Where the line of `at` begins. */
export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of `at` ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  const end = /\r?(?:\n|$)/g;
  end.lastIndex = at;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    if (found[0] !== '\r') return found.index;
  }
  return text.length;
}

/** The line break of the line of `at`; of the file, where it is the last one and has none. */
export function lineBreakAt(text: string, at: number): string {
  const own = /\r?\n/g;
  own.lastIndex = at;
  const found = own.exec(text) ?? /\r?\n/.exec(text);
  return found?.[0] ?? '\n';
}
