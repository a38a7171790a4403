import type { Path } from '@fleetc/diagnostics';

/** What the `from` paths of a table are resolved against. */
export interface Context {
  /** First steps that stand for a block: `pool` for `pools.build`. Any other first step is a block of the file itself. */
  readonly roots: Readonly<Record<string, Path>>;
  /** What `{word}` steps stand for: `{mode}` for `sidecar`. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * One field of an emitted object: where it stands, where in the fleet it was written, and its value.
 *
 * Values are written and origins are answered from the same row, so the two cannot drift apart.
 */
export interface Row<C> {
  readonly to: Path;
  readonly from: Path;
  /** `undefined` leaves the field out. */
  readonly value: (context: C) => unknown;
  /** For a list whose items were written one by one. */
  readonly items?: (context: C) => readonly Item[];
  /** Tables of the items, for whoever enumerates every row. */
  readonly nested?: readonly AnyTable[];
}

/** One entry of an emitted list. */
export interface Item {
  readonly value: unknown;
  /** Absolute, unlike `Row.from`. */
  readonly from: Path;
  /** Answers for the fields of the item; without it they are all at `from`. */
  readonly locate?: (path: Path) => Located;
}

/** An answer to "which line made this": a place in the fleet, and how many steps of the asked path it explains. */
export interface Located {
  readonly path: Path;
  readonly depth: number;
}

/** Rows in order; of two rows for one field the later one that has a value wins. */
export type Table<C> = readonly Row<C>[];

/** A table whose context is of no interest to the holder. */
// oxlint-disable-next-line typescript/no-explicit-any -- contexts are contravariant, so no narrower type holds every table
export type AnyTable = Table<any>;

/** A field; `to` and `from` are dotted, and `from` starts with a root of the context or a block of the file. */
export function field<C>(to: string, from: string, value: (context: C) => unknown): Row<C> {
  return { to: split(to), from: split(from), value };
}

/** A list of items that each know where they were written; left out when it is empty. */
export function list<C>(
  to: string,
  from: string,
  items: (context: C) => readonly Item[],
  nested: readonly AnyTable[] = [],
): Row<C> {
  const value = (context: C) => {
    const entries = items(context);
    return entries.length === 0 ? undefined : entries.map((entry) => entry.value);
  };
  return { to: split(to), from: split(from), value, items, nested };
}

/** The same rows one or more steps deeper. */
export function within<C>(prefix: string, table: Table<C>): Table<C> {
  const steps = split(prefix);
  return table.map((row) => ({ ...row, to: [...steps, ...row.to] }));
}

/** `undefined` for a map or list without content, so that no empty field is emitted. */
export function filled<T extends object>(value: T | undefined): T | undefined {
  return value === undefined || Object.keys(value).length === 0 ? undefined : value;
}

function split(text: string): Path {
  return text.split('.');
}
