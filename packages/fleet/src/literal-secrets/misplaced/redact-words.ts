import { createOverwrite, formsOf } from '../overwrite-forms.ts';
import type { Redact } from '../suspicious/create-redaction.ts';

/** A shorter text is part of too many others, and is overwritten where it stands alone. */
const shortest = 6;

/** Overwrites every occurrence of the values, a mere word only where it is no part of a longer one, with as many `x`. */
export function createWordRedaction(values: readonly string[]): Redact {
  const long = values.flatMap(formsOf).filter((form) => form.trim().length >= shortest);
  if (long.length === 0) return (text) => text;
  const words = new Set(long.filter((form) => /^[A-Za-z-]+$/.test(form)));
  return createOverwrite(long, {
    counts: (text, at, form) => !words.has(form) || standsAlone(text, at, at + form.length),
    keepsBlanks: true,
  });
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\w-]/.test(text[start - 1] ?? '') && !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2));
}
