import type { CST } from 'yaml';
import type { KeyOrder } from './key-order.ts';
import type { Entry, Lines } from './layout.ts';
import { canReflow, isFlowItem } from './print-flow.ts';
import { printFlowEntry } from './print-in-lines.ts';
import { printBlockScalar, printWord } from './print-scalar.ts';
import { isOrdinary } from './read-layout.ts';
import {
  afterIndicator,
  endOf,
  hasToken,
  indicatorOf,
  isScalar,
  keyText,
  propsBehind,
} from './tokens.ts';

/** Where a block or an entry is written to. */
export interface Place {
  readonly lines: Lines;
  readonly column: number;
  readonly order: KeyOrder;
}

/** The lines of an entry that holds no block; the first one lacks its indentation. */
export function printLeaf(entry: Entry, place: Place): string[] {
  const { item } = entry;
  const { value } = item;
  const rest = restOfLine(item, place.lines.text);
  if (rest === undefined || isStrange(item)) return shiftLines(entry, place);
  const { column, order } = place;
  const head = item.sep ? `${keyText(item)}:` : '-';
  const props = propsBehind(item);
  const text = `${head} ${props}`;
  if (isFlowItem(item)) {
    return printFlowEntry({ head, props, rest, item, isOneLine: keepsLine(entry) }, order, column);
  }
  if (value?.type === 'block-scalar') {
    return printBlockScalar(text, value, { old: entry.column, column });
  }
  if (!isScalar(value)) return [text.trimEnd() + rest];
  const isBelow = hasToken(afterIndicator(item), 'newline');
  const lines = printWord(text, value, { isBelow, column });
  return [...lines.slice(0, -1), lines.at(-1)! + rest];
}

/** Whether an entry is written in a way that is rare enough to be left as it is. */
function isStrange(item: CST.CollectionItem): boolean {
  const { value } = item;
  if (!isOrdinary(item) || (value && hasToken(afterIndicator(item), 'comment'))) return true;
  if (value?.type === 'block-map' || value?.type === 'block-seq') return true;
  return value?.type === 'flow-collection' && !canReflow(value);
}

/** What stands behind the value on its last line: a comment with the blanks before it, or nothing; else `undefined`. */
function restOfLine(item: CST.CollectionItem, text: string): string | undefined {
  if (item.value?.type === 'block-scalar') return '';
  if (!indicatorOf(item)) return undefined;
  const start = item.value ? endOf(item.value) : endOfProps(item);
  const end = text.indexOf('\n', start);
  const rest = text.slice(start, end < 0 ? text.length : end).trimEnd();
  return /^(?:[ \t]+#.*)?$/.test(rest) ? rest : undefined;
}

function endOfProps(item: CST.CollectionItem): number {
  const props = afterIndicator(item).filter(({ type }) => type === 'anchor' || type === 'tag');
  const { offset, source } = props.at(-1) ?? indicatorOf(item)!;
  return offset + source.length;
}

// A comment that silences a finding speaks of one line, which must not become several.
function keepsLine({ lead }: Entry): boolean {
  return lead.some((note) => note.includes('fleetc-ignore'));
}

/** Lines that are written in a rare way keep it and move as a whole. */
function shiftLines({ column: old, first, last }: Entry, { lines, column }: Place): string[] {
  const [line, ...others] = lines.all.slice(first, last + 1) as [string, ...string[]];
  return [line.slice(old), ...others.map((text) => shift(text, column - old))];
}

function shift(line: string, by: number): string {
  if (by >= 0) return line.trim() === '' ? line : ' '.repeat(by) + line;
  const blanks = line.length - line.trimStart().length;
  return line.slice(Math.min(-by, blanks));
}
