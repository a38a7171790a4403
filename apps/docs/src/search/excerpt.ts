import { tokenize } from './tokenize.ts';

/** Characters before the word that was searched. */
const before = 30;

/** The part of a text in which the first word of a query stands; the start where none does. */
export function toExcerpt(text: string, query: string): string {
  const lower = text.toLowerCase();
  const places = tokenize(query).map((word) => lower.indexOf(word));
  const place = places.find((index) => index >= 0) ?? 0;
  if (place <= before) return text;
  const start = text.indexOf(' ', place - before);
  return `… ${text.slice(start < 0 || start >= place ? place - before : start + 1)}`;
}
