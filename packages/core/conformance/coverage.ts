import type { AnyTable } from '../src/emission/table.ts';

/** A path as people write it: `spec.metrics[].type`. */
export type FieldPath = string;

/** How the fields of one kind, or the keys of one chart, are reached. */
export interface Coverage {
  /** By a field of the language. */
  readonly mapped: readonly FieldPath[];
  /** By nothing, and not in the reviewed list. */
  readonly unexplained: readonly FieldPath[];
  /** In the reviewed list though a field of the language writes them, or though they do not exist. */
  readonly stale: readonly FieldPath[];
}

/** Compares what exists with what the tables write and with a reviewed list of the rest. */
export function coverageOf(
  fields: readonly FieldPath[],
  tables: readonly AnyTable[],
  reviewed: Readonly<Record<FieldPath, string>>,
): Coverage {
  const written = tables.flatMap((table) => writtenPaths(table));
  const mapped = fields.filter((path) => written.some((other) => isWithin(other, path)));
  const known = new Set(mapped);
  const left = fields.filter((path) => !known.has(path));
  return {
    mapped,
    unexplained: left.filter((path) => !Object.hasOwn(reviewed, path)),
    stale: Object.keys(reviewed).filter((path) => !left.includes(path)),
  };
}

/** Every path that a table writes, and those of its items in place of their list. */
function writtenPaths(table: AnyTable, prefix = ''): FieldPath[] {
  return table.flatMap(({ to, nested = [] }) => {
    const path = prefix + to.join('.');
    return nested.length === 0
      ? [path]
      : nested.flatMap((inner) => writtenPaths(inner, `${path}[].`));
  });
}

/** Whether a written path is the field itself or something inside it. */
function isWithin(written: FieldPath, path: FieldPath): boolean {
  if (!written.startsWith(path)) return false;
  return written.length === path.length || '.['.includes(written[path.length]!);
}

/** Says the counts where a person who runs the comparison sees them. */
export function printCounts(subject: string, { mapped }: Coverage, reviewed: object): void {
  const left = Object.keys(reviewed).length;
  process.stderr.write(
    `${subject}: ${mapped.length} by the language, ${left} by the escape, ${mapped.length + left} in all\n`,
  );
}
