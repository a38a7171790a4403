import type { Document } from '@fleetc/fleet';
import { layoutProblem, type Splice, type Tree } from './change.ts';
import { formatBlock, formatFlow, formatFlowTree } from './format-entry.ts';
import {
  columnOf,
  endOfLine,
  entriesInOrder,
  isFlow,
  lastLeaf,
  lineBreakAt,
  type Plain,
  type Range,
} from './layout.ts';

/** The map at `path` that gets an entry. */
export interface Target {
  readonly document: Document;
  readonly text: string;
  readonly path: readonly string[];
  readonly map: Plain;
}

/** Adds an entry behind the last one of a map, in the style that the map is written in. */
export function insertEntry(target: Target, key: string, tree: Tree): Splice {
  const { document, text, path } = target;
  const range = document.span(path);
  if (isFlow(text, range)) return insertFlow(target, range, formatFlow(key, tree));
  const indent = columnOf(text, range.start);
  const end = endOfLast(target);
  if (end === undefined) return insertFront(text, range.start, { key, tree, indent });
  return insertLines(text, end, { key, tree, indent });
}

/** Gives entries to a key that stands there without a value. */
export function fillEmpty({ document, text, path }: Target, key: string, tree: Tree): Splice {
  const own = document.span(path, 'key');
  const parent = document.span(path.slice(0, -1));
  const colon = /\s*:/y;
  colon.lastIndex = own.end;
  if (!colon.test(text)) throw layoutProblem('a key without a colon');
  if (isFlow(text, parent)) {
    return at(colon.lastIndex, ` ${formatFlowTree({ [key]: tree })}`);
  }
  const indent = columnOf(text, parent.start) + stepOf(text);
  return insertLines(text, own.end, { key, tree, indent });
}

interface NewEntry {
  readonly key: string;
  readonly tree: Tree;
  readonly indent: number;
}

function insertLines(text: string, end: number, { key, tree, indent }: NewEntry): Splice {
  const lineBreak = lineBreakAt(text, end);
  const [first, ...rest] = formatBlock(key, tree, { indent, step: stepOf(text) });
  const lines = [' '.repeat(indent) + first, ...rest];
  return at(endOfLine(text, end), lines.map((line) => lineBreak + line).join(''));
}

// Behind a block scalar no place is safe: an empty line there may belong to it.
function insertFront(text: string, start: number, { key, tree, indent }: NewEntry): Splice {
  const lineBreak = lineBreakAt(text, start);
  const lines = formatBlock(key, tree, { indent, step: stepOf(text) });
  return at(start, lines.join(lineBreak) + lineBreak + ' '.repeat(indent));
}

/** Where the last entry ends; `undefined` when what ends there is a block scalar. */
function endOfLast({ document, text, path, map }: Target): number | undefined {
  const { key, value } = lastLeaf(document, path, map);
  const end = Math.max(key.end, value.end);
  const isBlockScalar = text[value.start - 1] === '\n';
  const rest = text.slice(end, endOfLine(text, end));
  return isBlockScalar || !/^\s*:?[ \t]*(?:#.*)?$/.test(rest) ? undefined : end;
}

function insertFlow({ document, text, path, map }: Target, range: Range, entry: string): Splice {
  const last = entriesInOrder(document, path, map).at(-1);
  const close = range.end - 1;
  if (!last) {
    return at(
      range.start + 1,
      text.slice(range.start + 1, close) === '' ? ` ${entry} ` : ` ${entry}`,
    );
  }
  const end = Math.max(last.key.end, last.value.end);
  const rest = /^\s*:?(?:\s|#.*)*,/.exec(text.slice(end, close));
  if (rest) return at(end + rest[0].length, ` ${entry}`);
  const colon = /^\s*:/.exec(text.slice(end, close));
  return at(end + (colon?.[0].length ?? 0), `, ${entry}`);
}

/** How far one level is indented: as the first nested line of the file is. */
function stepOf(text: string): number {
  return /\n( +)[^\s#-]/.exec(text)?.[1]?.length ?? 2;
}

function at(place: number, text: string): Splice {
  return { start: place, end: place, text };
}
