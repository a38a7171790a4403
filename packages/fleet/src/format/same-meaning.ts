import { Parser } from 'yaml';
import { isPlain } from '../resolve/plain.ts';

/** Whether two values are the same; the keys of a map have no order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((item, i) => isSameValue(item, b[i]))
    );
  }
  if (!isPlain(a) || !isPlain(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameValue(a[key], b[key]))
  );
}

/** Every comment of a YAML text, sorted. */
export function listComments(text: string): string[] {
  const found: string[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) return token.forEach(visit);
    if (!isPlain(token)) return;
    if (token['type'] === 'comment') found.push(String(token['source']).trimEnd());
    else Object.values(token).forEach(visit);
  };
  visit([...new Parser().parse(text)]);
  return found.sort();
}
