import type { Path } from '@fleetc/diagnostics';
import type { Context, Located, Row, Table } from './table.ts';

/**
 * The place in the fleet behind a path in what the table emitted, by the longest row that leads there.
 *
 * A row without a value explains nothing (depth 0), but still names the place where the field would be written.
 */
export function locate<C extends Context>(
  table: Table<C>,
  context: C,
  path: Path,
): Located | undefined {
  let best: Located | undefined;
  let bestLength = -1;
  for (const row of table) {
    if (!startsWith(path, row.to)) continue;
    const found = locateInRow(row, context, path);
    const isBetter =
      row.to.length > bestLength || (row.to.length === bestLength && found.depth >= best!.depth);
    if (isBetter) [best, bestLength] = [found, row.to.length];
  }
  return best;
}

/** The absolute path in the fleet that `from` means for this context. */
export function resolveFrom(from: Path, { roots, words }: Context): Path {
  const [first, ...rest] = from;
  const root = roots[first as string] ?? [first!];
  return [...root, ...rest.map((step) => words[wordOf(step)] ?? step)];
}

/** Whether `path` is `prefix` or lies below it. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === path[index]);
}

function locateInRow<C extends Context>(row: Row<C>, context: C, path: Path): Located {
  const place = resolveFrom(row.from, context);
  const value = row.value(context);
  if (value === undefined) return { path: place, depth: 0 };
  const rest = path.slice(row.to.length);
  const item = row.items?.(context)[rest[0] as number];
  if (item) {
    const inner = item.locate?.(rest.slice(1)) ?? { path: item.from, depth: 0 };
    return { path: inner.path, depth: row.to.length + 1 + inner.depth };
  }
  const own = row.items ? [] : rest;
  return { path: [...place, ...own], depth: row.to.length + stepsInto(value, own) };
}

function stepsInto(value: unknown, path: Path): number {
  let depth = 0;
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) break;
    inner = (inner as Record<string | number, unknown>)[step];
    depth++;
  }
  return depth;
}

function wordOf(step: string | number): string {
  return typeof step === 'string' && step.startsWith('{') ? step.slice(1, -1) : '';
}
