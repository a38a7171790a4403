import type { Redact } from '../suspicious/create-redaction.ts';

/** A shorter text is part of too many others, and is overwritten where it stands alone. */
const shortest = 6;

/** Overwrites every occurrence of the values, a mere word only where it is no part of a longer one, with as many `x`. */
export function createWordRedaction(values: readonly string[]): Redact {
  const forms = values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
  const long = [...new Set(forms)].filter((form) => form.trim().length >= shortest);
  if (long.length === 0) return (text) => text;
  // Of two values that begin alike, the longer one has to go first.
  const parts = long.sort((a, b) => b.length - a.length).map(toPattern);
  const pattern = new RegExp(parts.join('|'), 'g');
  return (text) => text.replace(pattern, (found) => found.replaceAll(/\S/g, 'x'));
}

function toPattern(form: string): string {
  const literal = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return /^[A-Za-z-]+$/.test(form) ? String.raw`(?<![\w-])${literal}(?![\w-]|\.\w)` : literal;
}
