import type { Path } from '@fleetc/diagnostics';
import { emitFields } from './emit.ts';
import { locate } from './locate.ts';
import type { Context, Item, Table } from './table.ts';

/** An entry of a list that a table of its own makes; `from` answers where no row of the table does. */
export function itemOf<C extends Context>(table: Table<C>, context: C, from: Path): Item {
  return {
    from,
    value: emitFields(table, context),
    locate: (path) => locate(table, context, path) ?? { path: from, depth: 0 },
  };
}

/** Computed values that all come from one place, given in dots, as the entries of a list. */
export function itemsFrom(place: string, values: readonly unknown[]): Item[] {
  const from = place.split('.');
  return values.map((value) => ({ value, from }));
}
