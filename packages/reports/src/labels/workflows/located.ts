import type { Span } from '@fleetc/diagnostics';

/** A value of a workflow with its place in the text. */
export interface Located {
  readonly span: Span;
  readonly value: Scalar | readonly Located[] | ReadonlyMap<string, Located>;
}

export type Scalar = string | number | boolean | null;

/** The entry of a map by its key. */
export function entryOf(located: Located | undefined, key: string): Located | undefined {
  return located && isMap(located.value) ? located.value.get(key) : undefined;
}

/** Whether a value is a map. */
export function isMap(value: Located['value']): value is ReadonlyMap<string, Located> {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isList(value: Located['value']): value is readonly Located[] {
  return Array.isArray(value);
}

/** A scalar as the text that GitHub makes of it; `undefined` for lists and maps. */
export function toText({ value }: Located): string | undefined {
  if (isMap(value) || isList(value)) return undefined;
  return value === null ? '' : String(value);
}

/** Whether two values are the same for the matrix: places do not matter, and `12` is `"12"`. */
export function isSame(one: Located, other: Located): boolean {
  return canonical(one) === canonical(other);
}

/** The value that JSON stands for, all of it at one place. */
export function locateJson(json: unknown, span: Span): Located {
  if (Array.isArray(json)) return { span, value: json.map((item) => locateJson(item, span)) };
  if (typeof json !== 'object' || json === null) return { span, value: json as Scalar };
  const entries = Object.entries(json).map(([key, item]) => [key, locateJson(item, span)] as const);
  return { span, value: new Map(entries) };
}

function canonical(located: Located): string {
  const { value } = located;
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isMap(value)) return JSON.stringify(toText(located));
  const entries = [...value].map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join()}}`;
}
