import type { Diagnostic, Span } from '@fleetc/diagnostics';
import { alternativeNames, exclusive } from '../../exclusive.ts';
import type { Document } from '../../parse/document.ts';
import { valueAt } from '../../resolve/plain.ts';
import { duplicateKey } from '../../rules/text/text-rules.ts';
import { maskSpans } from '../mask-spans.ts';
import { findMisplaced, type MisplacedValue } from './find-misplaced.ts';
import { isSecretPlace } from './is-secret-place.ts';
import { createWordRedaction } from './redact-words.ts';
import type { Redact } from '../suspicious/create-redaction.ts';

/** What is taken out of texts before somebody sees them. */
export interface Concealment {
  /** Of the text of the file, letter by letter. */
  readonly conceal: (text: string) => string;
  readonly redact: Redact;
}

/** Keys of a credential whose values are shown wherever they are right, and so when they are there twice. */
const plainKeys: ReadonlySet<unknown> = new Set(['id', 'installationId', 'server', 'username']);

const nothing: Concealment = { conceal: (text) => text, redact: (text) => text };

/**
 * Keeps from sight whatever stands where a secret is meant and the language knows no such thing: `pat: { token: … }`. It
 * needs no look of a secret, because there nothing can be meant that is worth showing.
 */
export async function hideMisplaced(
  document: Document,
  parsing: readonly Diagnostic[],
  shape: readonly Diagnostic[],
): Promise<Concealment> {
  const misplaced = await findMisplaced(document, shape);
  const spans = [
    ...misplaced.flatMap((value) => spansOf(document, value)),
    ...parsing.flatMap((finding) => spansOfTwice(document, finding)),
  ];
  if (spans.length === 0) return nothing;
  const values = misplaced.flatMap((value) => textsOf(document, value));
  const redact = createWordRedaction(values.filter((text) => !isWord(text)));
  return { conceal: (text) => redact(maskSpans(text, spans)), redact };
}

function spansOf({ span, value }: Document, { path, isUnknownKey }: MisplacedValue): Span[] {
  const found = valueAt(value, path);
  const place = found === null || found === undefined ? [] : [span(path)];
  return isUnknownKey && mayBeSecret(path.at(-1), found) ? [...place, span(path, 'key')] : place;
}

// Of a key that a map holds twice the parser keeps one value, and the other is in the text all the same.
function spansOfTwice({ span }: Document, { code, path }: Diagnostic): Span[] {
  if (code !== duplicateKey.code || !path || !isSecretPlace(path)) return [];
  return plainKeys.has(path.at(-1)) ? [] : [span(path.slice(0, -1))];
}

function textsOf({ value }: Document, { path, isUnknownKey }: MisplacedValue): string[] {
  const found = valueAt(value, path);
  const key = path.at(-1);
  const inside = textsIn(found);
  return isUnknownKey && mayBeSecret(key, found) ? [...inside, String(key)] : inside;
}

function textsIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.entries(value).flatMap(([key, child]) =>
    !Array.isArray(value) && mayBeSecret(key, child) ? [key, ...textsIn(child)] : textsIn(child),
  );
}

// `{ hunter2 }` is a key without a value. Who misspells a key uses letters.
function mayBeSecret(key: string | number | undefined, value: unknown): boolean {
  return value === null || !/^[A-Za-z]{1,24}(?:[_-][A-Za-z]{1,24}){0,3}$/.test(String(key));
}

// Who writes "from: existing" means a word of the language, and messages need it.
function isWord(text: string): boolean {
  return alternativeNames(exclusive.secretSource).includes(text);
}
