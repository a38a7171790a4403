import type { Path } from '@fleetc/diagnostics';
import type { MergeShape } from './merge-patch.ts';
import { isPlain } from './plain.ts';

/** The keys of a patch without a value that take nothing away from what lies below it. */
export function* idleNulls(
  patch: unknown,
  target: unknown,
  shape: MergeShape = {},
  path: Path = [],
): Generator<Path> {
  // What is a patch on something that comes later takes away there.
  if (!isPlain(patch) || shape.isPatch) return;
  for (const [key, value] of Object.entries(patch)) {
    const below = isPlain(target) && Object.hasOwn(target, key) ? target[key] : undefined;
    const here = [...path, key];
    if (value === null && below === undefined) yield here;
    yield* idleNulls(value, below, shape.children?.[key] ?? shape.each, here);
  }
}
