import { entryAt, entryOf, isMap, type PlainMap } from '../read/plain-data.ts';
import type { Step } from './step.ts';

/** One place in which two values differ. */
export interface Difference {
  readonly path: readonly Step[];
  /** Absent where the place was added. */
  readonly before?: unknown;
  /** Absent where it was removed. */
  readonly after?: unknown;
  /** The same items in another order. */
  readonly isOrder?: true;
  /** A secret may stand there: that it changed is all that may be told. */
  readonly isHidden?: true;
}

/** Where two values differ; nowhere exactly when they mean the same. The order of keys means nothing. */
export function compareValues(
  before: unknown,
  after: unknown,
  path: readonly Step[] = [],
): Difference[] {
  if (before === after || (Number.isNaN(before) && Number.isNaN(after))) return [];
  if (isMap(before) && isMap(after)) return compareMaps(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  return [
    { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
  ];
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
  const indexes = Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i);
  return indexes.flatMap((index) => compareItems(before[index], after[index], [...path, index]));
}

// Of two items with other names each is told as a whole: its name decides whether the rest may be shown.
function compareItems(before: unknown, after: unknown, path: readonly Step[]): Difference[] {
  if (isMap(before) && isMap(after) && nameOf(before) !== nameOf(after)) {
    return [{ path, before, after }];
  }
  return compareValues(before, after, path);
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
  const isEqual = (left: readonly unknown[], right: readonly unknown[]) =>
    left.length === right.length && left.every((item, index) => Object.is(item, right[index]));
  if (isEqual(before, after)) return [];
  const isOrder = isEqual(sortScalars(before), sortScalars(after));
  return [isOrder ? { path, isOrder } : { path, before, after }];
}

function sortScalars(list: readonly unknown[]): unknown[] {
  const rank = (item: unknown) => `${typeof item} ${String(item)}`;
  return list.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The items of a list by their names, as Kubernetes merges such lists; `undefined` when not every item has its own. */
function byName(list: readonly unknown[]): Named | undefined {
  const entries = list.map((item) => [nameOf(item), item] as const);
  const named = new Map(entries.flatMap(([name, item]) => (name === undefined ? [] : [[name, item]])));
  return named.size === list.length ? named : undefined;
}

function nameOf(item: unknown): string | undefined {
  const name = entryOf(item, 'name') ?? entryAt(item, 'metadata', 'name');
  return typeof name === 'string' ? name : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
