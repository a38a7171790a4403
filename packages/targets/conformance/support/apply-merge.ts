/** One value laid over another, map by map; what is no map replaces what was there. */
export function applyMerge(value: unknown, patch: unknown): unknown {
  if (!isMap(value) || !isMap(patch)) return patch;
  const merged = Object.entries(patch).map(([key, inner]) => [key, applyMerge(value[key], inner)]);
  return { ...value, ...(Object.fromEntries(merged) as object) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
