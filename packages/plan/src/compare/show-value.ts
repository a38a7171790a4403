import { isMap } from '../read/plain-data.ts';

/** A value in one line: a word as it is, anything else as JSON. */
export function showValue(value: unknown): string {
  if (typeof value === 'string' && /^[\w./:@+*-]+$/.test(value)) return value;
  if (typeof value === 'object' && value !== null) return JSON.stringify(sortDeep(value));
  return JSON.stringify(value) ?? 'nothing';
}

/** An item of a list of variables by its value alone, because its place names it already; anything else as it is. */
export function withoutName(value: unknown): unknown {
  const isVariable = isMap(value) && Object.keys(value).sort().join(' ') === 'name value';
  return isVariable ? value['value'] : value;
}

/** A value as one text, equal for values that mean the same. */
export function toCanonical(value: unknown): string {
  return JSON.stringify(sortDeep(value)) ?? '';
}

/** Two texts cut to a length, so that what they differ in stays in sight. */
export function shortenBoth(before: string, after: string, most: number): [string, string] {
  if (before.length <= most && after.length <= most) return [before, after];
  const common = commonStart(before, after);
  // Some of what is the same tells where in the text one is.
  const start = common > most / 2 ? common - Math.floor(most / 4) : 0;
  return [cut(before, start, most), cut(after, start, most)];
}

/** A text cut to a length. */
export function shorten(text: string, most: number): string {
  return cut(text, 0, most);
}

function cut(text: string, start: number, most: number): string {
  const rest = start > 0 ? `…${text.slice(start)}` : text;
  return rest.length > most ? `${rest.slice(0, most - 1)}…` : rest;
}

function commonStart(before: string, after: string): number {
  let length = 0;
  while (length < before.length && before[length] === after[length]) length++;
  return length;
}

function sortDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortDeep);
  if (!isMap(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sortDeep(value[key])]));
}
