/** The path of every key of a values file, down to lists and empty maps. */
export function valuesPaths(values: unknown, path: readonly string[] = []): string[][] {
  const own = path.length > 0 ? [[...path]] : [];
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return own;
  const below = Object.entries(values).flatMap(([key, value]) =>
    valuesPaths(value, [...path, key]),
  );
  return [...own, ...below];
}
