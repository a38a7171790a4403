/** Keywords under which stands what people wrote, in an order of its own. */
const written = new Set(['body', 'default', 'examples']);

/**
 * The same schema with its keywords in order, so that a change of the language is a small change of the file. Fields keep
 * their own order, which is that of the reference page.
 */
export function sortKeywords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeywords);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortBelow(key, child)]));
}

function sortBelow(keyword: string, value: unknown): unknown {
  if (written.has(keyword)) return value;
  if (keyword !== 'properties') return sortKeywords(value);
  const fields = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(fields.map(([name, field]) => [name, sortKeywords(field)]));
}
