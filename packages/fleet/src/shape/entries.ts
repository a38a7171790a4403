import type { Path } from '@fleetc/diagnostics';
import { isPlain } from '../resolve/plain.ts';

const named = ['credentials', 'scopes', 'profiles', 'pools', 'environments'];

/** The entry of a named block, or the block, that a path belongs to. */
export function entryOf(path: Path): Path {
  return path.slice(0, named.includes(String(path[0])) ? 2 : 1);
}

/** Every entry (`pools.build`) and every block without entries (`registry`) of a file or of a patch on it. */
export function entriesOf(value: unknown): Path[] {
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([block, entries]): Path[] =>
    named.includes(block) && isPlain(entries)
      ? Object.keys(entries).map((name) => [block, name])
      : [[block]],
  );
}
