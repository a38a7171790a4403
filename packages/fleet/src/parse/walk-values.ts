import type { Path } from '@fleetc/diagnostics';

/** Every value below a value, each with its path, in the order of the text. */
export function* walkValues(
  value: unknown,
  path: Path = [],
): Generator<readonly [path: Path, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const next = [...path, Array.isArray(value) ? Number(key) : key];
    yield [next, child];
    yield* walkValues(child, next);
  }
}
