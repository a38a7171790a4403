import type { CST } from 'yaml';
import type { KeyOrder } from './key-order.ts';
import { type FlowItem, isFlowItem, printFlat, printOnLine, sortItems } from './print-flow.ts';
import { step } from './print-scalar.ts';
import { isScalar, keyText, propsBehind, propsOf } from './tokens.ts';

/** An entry whose value is a collection in brackets. */
export interface FlowEntry {
  /** `key:` or `-`. */
  readonly head: string;
  /** Anchor and tag of the collection. */
  readonly props: string;
  readonly item: FlowItem;
  /** A comment behind it with the blanks before that. */
  readonly rest: string;
  /** Keeps it on one line, however long that is. */
  readonly isOneLine?: boolean;
}

/** One line when the collection fits; else its entries below, without brackets. The first line lacks its indentation. */
export function printFlowEntry(entry: FlowEntry, order: KeyOrder, column: number): string[] {
  const { head, props, item, rest } = entry;
  const text = `${head} ${props}`;
  const flat = entry.isOneLine
    ? printFlat(item.value, order)
    : printOnLine(item, order, column + text.length);
  if (flat !== undefined) return [text + flat + rest];
  const lines = printInLines(item.value, order, column + step);
  const [first, ...others] = lines as [string, ...string[]];
  if (text === '- ' && rest === '') return [`- ${first.trimStart()}`, ...others];
  return [text.trimEnd() + rest, ...lines];
}

function printInLines(flow: CST.FlowCollection, order: KeyOrder, column: number): string[] {
  const print = flow.start.source === '{' ? printPair : printItem;
  return sortItems(flow, order).flatMap(({ item, key }) => {
    const [first, ...others] = print(item, order.below(key), column) as [string, ...string[]];
    return [' '.repeat(column) + first, ...others];
  });
}

function printItem(item: CST.CollectionItem, order: KeyOrder, column: number): string[] {
  if (item.key || item.sep) {
    const [first, ...others] = printPair(item, order, column + step) as [string, ...string[]];
    return [`- ${first}`, ...others];
  }
  return printValue(item, { head: '-', props: propsOf(item.start), rest: '' }, order, column);
}

function printPair(item: CST.CollectionItem, order: KeyOrder, column: number): string[] {
  const entry = { head: `${keyText(item)}:`, props: propsBehind(item), rest: '' };
  return printValue(item, entry, order, column);
}

function printValue(
  item: CST.CollectionItem,
  entry: Omit<FlowEntry, 'item'>,
  order: KeyOrder,
  column: number,
): string[] {
  if (isFlowItem(item)) return printFlowEntry({ ...entry, item }, order, column);
  const word = isScalar(item.value) ? item.value.source : '';
  return [`${entry.head} ${entry.props}${word}`.trimEnd()];
}
