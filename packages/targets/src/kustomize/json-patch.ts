/** One step of a JSON Patch (RFC 6902). */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

type Map = Readonly<Record<string, unknown>>;

/**
 * The steps that make `after` of `before`, none where the two are equal. A list is followed to its items where both have
 * as many; otherwise it is replaced as a whole, because a step at an index says nothing to a reader.
 */
export function diff(before: unknown, after: unknown, path = ''): Operation[] {
  if (isMap(before) && isMap(after)) return diffMaps(before, after, path);
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => diff(item, after[index], `${path}/${index}`));
  }
  return before === after ? [] : [{ op: 'replace', path, value: after }];
}

function diffMaps(before: Map, after: Map, path: string): Operation[] {
  const keys = [...new Set([...keysOf(before), ...keysOf(after)])].sort();
  return keys.flatMap((key): Operation[] => {
    const place = `${path}/${escapeStep(key)}`;
    if (!has(after, key)) return [{ op: 'remove', path: place }];
    if (!has(before, key)) return [{ op: 'add', path: place, value: after[key] }];
    return diff(before[key], after[key], place);
  });
}

// What a file cannot hold is not there.
function has(map: Map, key: string): boolean {
  return Object.hasOwn(map, key) && map[key] !== undefined;
}

function keysOf(map: Map): string[] {
  return Object.keys(map).filter((key) => has(map, key));
}

function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
