import { entryAt, entryOf, isMap, type PlainMap } from '../read/plain-data.ts';
import type { Difference } from './difference.ts';
import { type ItemPair, matchItems } from './match-items.ts';
import type { Step } from './step.ts';

/** Where two values differ; nowhere exactly when they mean the same. The order of keys means nothing. */
export function compareValues(
  before: unknown,
  after: unknown,
  path: readonly Step[] = [],
): Difference[] {
  if (isSame(before, after)) return [];
  if (isMap(before) && isMap(after)) return compareMaps(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function compareMaps(before: PlainMap, after: PlainMap, path: readonly Step[]): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) =>
    compareValues(entryOf(before, key), entryOf(after, key), [...path, key]),
  );
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly Step[],
): Difference[] {
  const [old, young] = [byName(before), byName(after)];
  if (old && young) return compareNamed(old, young, path);
  if ([...before, ...after].every(isScalar)) return compareScalars(before, after, path);
  const { pairs, isReordered } = matchItems(before, after);
  const differences = pairs.flatMap((pair) => compareItems(pair, path));
  return isReordered ? [...differences, { path, isOrder: true }] : differences;
}

// Of two items with other names each is told as a whole: its name decides whether the rest may be shown.
function compareItems({ before, after, index }: ItemPair, path: readonly Step[]): Difference[] {
  const name = nameOf(after ?? before);
  const place = [...path, name === undefined ? index : { name }];
  if (isMap(before) && isMap(after) && nameOf(before) !== nameOf(after)) {
    return [{ path: place, before, after }];
  }
  return compareValues(before, after, place);
}

type Named = ReadonlyMap<string, unknown>;

function compareNamed(before: Named, after: Named, path: readonly Step[]): Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const differences = names.flatMap((name) =>
    compareValues(before.get(name), after.get(name), [...path, { name }]),
  );
  const old = [...before.keys()].filter((name) => after.has(name));
  const young = [...after.keys()].filter((name) => before.has(name));
  const isOrder = old.some((name, index) => name !== young[index]);
  return isOrder ? [...differences, { path, isOrder }] : differences;
}

function compareScalars(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly Step[],
): Difference[] {
  if (areEqual(before, after)) return [];
  const isOrder = areEqual(sortScalars(before), sortScalars(after));
  return [isOrder ? { path, isOrder } : { path, before, after }];
}

function areEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

function sortScalars(list: readonly unknown[]): unknown[] {
  return list.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
}

function rankOf(item: unknown): string {
  return `${typeof item} ${String(item)}`;
}

/** The items of a list by their names, as Kubernetes merges such lists; `undefined` when not every item has its own. */
function byName(list: readonly unknown[]): Named | undefined {
  const entries = list.map((item) => [nameOf(item), item] as const);
  const named = new Map(
    entries.flatMap(([name, item]) => (name === undefined ? [] : [[name, item]])),
  );
  return named.size === list.length ? named : undefined;
}

function nameOf(item: unknown): string | undefined {
  const name = entryOf(item, 'name') ?? entryAt(item, 'metadata', 'name');
  return typeof name === 'string' ? name : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
