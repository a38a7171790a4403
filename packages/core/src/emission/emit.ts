import type { Path } from '@fleetc/diagnostics';
import type { Table } from './table.ts';

/** Plain data under construction. */
export type Fields = Record<string, unknown>;

/** Writes every row that has a value, into `target` when one is given. */
export function emitFields<C>(table: Table<C>, context: C, target: Fields = {}): Fields {
  for (const row of table) {
    const value = row.value(context);
    if (value !== undefined) setAt(target, row.to, value);
  }
  return target;
}

// Every map on the way was made here: a table never has a row below another row.
function setAt(target: Fields, path: Path, value: unknown): void {
  let map = target;
  const last = path.length - 1;
  for (let index = 0; index < last; index++) {
    map = (map[path[index]!] ??= {}) as Fields;
  }
  map[path[last]!] = value;
}
