/** A map of JSON or YAML. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** Whether a value is a map, and neither a list nor a scalar. */
export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry of a map, wherever a value may be none. */
export function entryOf(value: unknown, key: string): unknown {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What stands at the end of several keys. */
export function entryAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(entryOf, value);
}

/** A value when it is a text that is not empty. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
