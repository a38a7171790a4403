/** A JSON value as an expression of Lua. */
export function toLua(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return `{ ${value.map(toLua).join(', ')} }`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `["${key}"] = ${toLua(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
