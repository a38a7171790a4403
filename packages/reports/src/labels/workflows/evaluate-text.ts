import { type Combination, evaluateExpression } from './evaluate-expression.ts';
import { type Located, toText } from './located.ts';

/**
 * The value of a text with `${{ }}` in it, or `undefined` when it depends on anything but literals and the matrix. What
 * comes out of the matrix keeps its place there.
 */
export function evaluateText(
  located: Located,
  matrix: Combination | undefined,
): Located | undefined {
  const { value, span } = located;
  if (typeof value !== 'string' || !value.includes('${{')) return located;
  const parts = splitText(value);
  const values = parts?.map((part) =>
    'text' in part ? { span, value: part.text } : evaluateExpression(part.expression, span, matrix),
  );
  if (values?.length === 1) return values[0];
  const texts = values?.map((part) => part && toText(part)) ?? [undefined];
  return texts.includes(undefined) ? undefined : { span, value: texts.join('') };
}

type Part = { readonly text: string } | { readonly expression: string };

/** Splits at `${{` and `}}`; blanks around a single expression are no text. `undefined` when an expression does not end. */
function splitText(text: string): Part[] | undefined {
  const parts: Part[] = [];
  const trimmed = text.trim();
  let at = 0;
  for (let start = trimmed.indexOf('${{'); start >= 0; start = trimmed.indexOf('${{', at)) {
    const end = findEnd(trimmed, start + 3);
    if (end === undefined) return undefined;
    if (start > at) parts.push({ text: trimmed.slice(at, start) });
    parts.push({ expression: trimmed.slice(start + 3, end) });
    at = end + 2;
  }
  return at < trimmed.length ? [...parts, { text: trimmed.slice(at) }] : parts;
}

/** The `}}` that ends an expression; one in quotes does not, and a doubled quote opens again what it closes. */
function findEnd(text: string, from: number): number | undefined {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith('}}', at)) return at;
  }
  return undefined;
}
