import fc from 'fast-check';

/** A map of plain data. */
export type Plain = Record<string, unknown>;

/** A map of which any field may be missing but the required ones. */
export function some(
  shape: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  ...required: readonly string[]
): fc.Arbitrary<Plain> {
  return fc.record(shape, { requiredKeys: [...required], noNullPrototype: true });
}

/** One of several maps, for keys that exclude each other. */
export function one(...shapes: readonly fc.Arbitrary<Plain>[]): fc.Arbitrary<Plain> {
  return fc.oneof(...shapes);
}

/** Two maps in one; the fields of the second win. */
export function both(left: fc.Arbitrary<Plain>, right: fc.Arbitrary<Plain>): fc.Arbitrary<Plain> {
  return fc.tuple(left, right).map(([a, b]) => ({ ...a, ...b }));
}

/** A map with one key, often used for a choice that carries its own fields. */
export function under(key: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Plain> {
  return value.map((inner) => ({ [key]: inner }));
}

/** A map by names, of at most so many entries. */
export function named<T>(
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<T>,
  size: { readonly min?: number; readonly max?: number } = {},
): fc.Arbitrary<Record<string, T>> {
  const { min = 0, max = 3 } = size;
  return fc.dictionary(name, value, { minKeys: min, maxKeys: max, noNullPrototype: true });
}

/** Something that is there one time in `times`. */
export function rarely<T>(value: fc.Arbitrary<T>, times = 5): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { arbitrary: value, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: times - 1 },
  );
}

/** The entry that an index means, whatever its size. */
export function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!;
}

/** The same map without fields that are `undefined`. */
export function compact(fields: Plain): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
