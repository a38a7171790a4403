import { isMap } from './merge-patch.ts';

/**
 * Replaces what stands at a path, in which `*` means every item of a list. Shares all that does not change, and gives
 * the same value back when nothing does.
 */
export function mapAt(
  value: unknown,
  path: readonly string[],
  replace: (value: unknown) => unknown,
  depth = 0,
): unknown {
  if (depth === path.length) return replace(value);
  const step = path[depth]!;
  if (step === '*') {
    return Array.isArray(value)
      ? mapItems(value, (item) => mapAt(item, path, replace, depth + 1))
      : value;
  }
  if (!isMap(value) || !Object.hasOwn(value, step)) return value;
  const inner = mapAt(value[step], path, replace, depth + 1);
  return inner === value[step] ? value : { ...value, [step]: inner };
}

function mapItems(items: readonly unknown[], replace: (item: unknown) => unknown): unknown {
  let isSame = true;
  const mapped = items.map((item) => {
    const result = replace(item);
    isSame &&= result === item;
    return result;
  });
  return isSame ? items : mapped;
}
