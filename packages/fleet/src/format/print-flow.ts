import type { CST } from 'yaml';
import type { KeyOrder } from './key-order.ts';
import {
  afterIndicator,
  hasComment,
  hasToken,
  isScalar,
  keyText,
  propsBehind,
  propsOf,
  wordOf,
} from './tokens.ts';

/** Longest line that a collection in brackets may make. */
const width = 100;

/** An item whose value is a collection in brackets. */
export type FlowItem = CST.CollectionItem & { readonly value: CST.FlowCollection };

/** Whether the value of an item is a collection in brackets. */
export function isFlowItem(item: CST.CollectionItem): item is FlowItem {
  return item.value?.type === 'flow-collection';
}

/** Whether a collection may be laid out anew: none with comments, and none with a word of several lines. */
export function canReflow(flow: CST.FlowCollection): boolean {
  if (hasComment(flow)) return false;
  return flow.items.every((item) => {
    if (hasToken(item.start, 'explicit-key-ind')) return false;
    return [item.key, item.value].every(isSimple);
  });
}

function isSimple(token: CST.Token | null | undefined): boolean {
  if (!token) return true;
  if (token.type === 'flow-collection') return canReflow(token);
  return isScalar(token) && !token.source.includes('\n');
}

/** The value of an item on one line behind what takes `used` columns; `undefined` when it is too long or in lines. */
export function printOnLine(item: FlowItem, order: KeyOrder, used: number): string | undefined {
  const flat = printFlat(item.value, order);
  const fits = used + flat.length <= width && !isInLines(item);
  return fits || item.value.items.length === 0 ? flat : undefined;
}

/** Whether brackets, or some within, stand below their key or above their first entry: they are meant to be read in lines. */
function isInLines(item: FlowItem): boolean {
  const { items } = item.value;
  if (item.sep && hasToken(afterIndicator(item), 'newline')) return true;
  if (items[0] && hasToken(items[0].start, 'newline')) return true;
  return items.filter(isFlowItem).some(isInLines);
}

/** A collection with its keys in order and the blanks of the house, however long. */
export function printFlat(flow: CST.FlowCollection, order: KeyOrder): string {
  const items = sortItems(flow, order).map(({ item, key }) => printItem(item, order.below(key)));
  const text = items.join(', ');
  if (flow.start.source === '[') return `[${text}]`;
  return text === '' ? '{}' : `{ ${text} }`;
}

function printItem(item: CST.CollectionItem, order: KeyOrder): string {
  const { value } = item;
  const head = headOf(item);
  if (value?.type === 'flow-collection') return head + printFlat(value, order);
  return (head + (isScalar(value) ? value.source : '')).trimEnd();
}

function headOf(item: CST.CollectionItem): string {
  if (!item.key && !item.sep) return propsOf(item.start);
  const hasColon = item.sep && hasToken(item.sep, 'map-value-ind');
  return hasColon ? `${keyText(item)}: ${propsBehind(item)}` : keyText(item);
}

/** The items in their order, without what a comma at the end leaves behind. */
export function sortItems({ start, items }: CST.FlowCollection, { rank }: KeyOrder) {
  const real = items.filter(
    ({ key, sep, value, start: own }) => key ?? sep ?? value ?? propsOf(own),
  );
  const keyed = real.map((item, index) => ({ item, key: wordOf(item) ?? index }));
  if (start.source === '[') return keyed;
  const ranked = keyed.map((entry) => ({ ...entry, rank: rank(String(entry.key)) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
}
