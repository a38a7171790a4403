import { type CST, LineCounter, Parser } from 'yaml';
import type { Block, Entry, Layout, Lines } from './layout.ts';
import { placeNotes } from './place-notes.ts';
import {
  afterIndicator,
  endOfItem,
  hasToken,
  indicatorOf,
  isRealItem,
  isScalar,
  isTrivia,
  wordOf,
} from './tokens.ts';

/**
 * Finds the entries of a YAML text with the comments that belong to each; `undefined` for a text whose root is no map in
 * lines of its own, or that is written in a way that this code does not know.
 */
export function readLayout(text: string): Layout | undefined {
  const counter = new LineCounter();
  const tokens = [...new Parser(counter.addNewLine).parse(text)];
  const documents = tokens.filter((token) => token.type === 'document');
  const [document] = documents;
  const isOdd = documents.length !== 1 || tokens.some(({ type }) => type === 'error');
  if (!document || isOdd || document.value?.type !== 'block-map') return undefined;
  if (hasToken(document.start, 'anchor') || hasToken(document.start, 'tag')) return undefined;
  const lines: Lines = {
    text,
    all: text.split('\n'),
    lineOf: (offset) => counter.linePos(offset).line - 1,
    columnOf: (offset) => counter.linePos(offset).col - 1,
  };
  const root = readBlock(document.value, lines);
  const start = findLine(document.start, 'doc-start', lines) ?? -1;
  const end = findLine(tokens, 'doc-end', lines) ?? lines.all.length;
  if (root.entries[0]!.first <= start || !placeNotes(root, lines, { start, end })) return undefined;
  const prologue = lines.all.slice(0, start + 1);
  return { lines, prologue, root, epilogue: lines.all.slice(end) };
}

function findLine(tokens: readonly CST.Token[], type: string, lines: Lines): number | undefined {
  const found = tokens.find((token) => token.type === type);
  return found && lines.lineOf(found.offset);
}

function readBlock(token: CST.BlockMap | CST.BlockSequence, lines: Lines): Block {
  const items: readonly CST.CollectionItem[] = token.items;
  const entries = items.filter(isRealItem).map((item) => readEntry(item, lines));
  const kind = token.type === 'block-map' ? 'map' : 'seq';
  return { kind, column: entries[0]!.column, entries, head: [], tail: [] };
}

function readEntry(item: CST.CollectionItem, lines: Lines): Entry {
  const start = startOf(item);
  const place = { item, column: lines.columnOf(start), first: lines.lineOf(start), lead: [] };
  const word = wordOf(item);
  const key = word === undefined ? {} : { word };
  const { value } = item;
  if (isBlock(value) && isOrdinary(item)) {
    const below = readBlock(value, lines);
    return { ...place, ...key, last: lines.lineOf(indicatorOf(item)!.offset), below };
  }
  return { ...place, ...key, last: lines.lineOf(endOfItem(item) - 1) };
}

function isBlock(token: CST.Token | undefined): token is CST.BlockMap | CST.BlockSequence {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function startOf({ start, key, sep }: CST.CollectionItem): number {
  const first = start.find((token) => !isTrivia(token));
  return (first ?? key ?? sep![0]!).offset;
}

/** Whether an item is written as nearly all are: `key:` or `-`, with anchors and tags on the same line. */
export function isOrdinary(item: CST.CollectionItem): boolean {
  const { start, key, sep } = item;
  if (hasToken(start, 'explicit-key-ind')) return false;
  if (sep && !(isScalar(key) && !key.source.includes('\n'))) return false;
  const indicator = indicatorOf(item);
  if (!indicator) return false;
  if (sep && hasToken(sep.slice(0, sep.indexOf(indicator)), 'newline')) return false;
  const behind = afterIndicator(item);
  const lineBreak = behind.findIndex(({ type }) => type === 'newline');
  const below = lineBreak < 0 ? [] : behind.slice(lineBreak);
  return !hasToken(below, 'anchor') && !hasToken(below, 'tag');
}
