import type { Path } from '@fleetc/diagnostics';

/** A map of plain data while it is being put together. */
export type Plain = Record<string, unknown>;

/** Whether a value is a map: neither a list nor a scalar. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path`, `undefined` when something on the way is missing. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) {
      return undefined;
    }
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** Whether anything, `null` included, stands at `path`. */
export function hasPath(value: unknown, path: Path): boolean {
  return path.length === 0 ? value !== undefined : valueAt(value, path) !== undefined;
}

/** The entries of a map in the order of their keys, code unit by code unit. */
export function sortedEntries<T>(map: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Freezes a value and everything in it; functions and maps of the model are left as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const children = value instanceof Map ? value.values() : Object.values(value);
  for (const child of children) deepFreeze(child);
  return value;
}
