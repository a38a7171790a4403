import { createDiagnostic, type Diagnostic, type Path } from '@fleetc/diagnostics';
import { inexactNumber, leadingZero, oldBoolean } from '../rules/text/ambiguous-value-rules.ts';
import { notFinite } from '../rules/text/text-rules.ts';
import type { Document } from './document.ts';
import { walkValues } from './walk-values.ts';

// A cheap look at the text spares every ordinary file the walk: many digits, a leading zero, or chart values with one of
// the old words for a boolean or with a large exponent.
const longNumber = /(?<![\w.])(?:\d{16}|0x[\da-f]{14}|0o?\d)/i;
const oldWord = /[\s[{,](?:y|yes|n|no|on|off)(?![^\s,}\]])|\de\+?\d{3}/i;
const exponential = /^[-+]?(?:\d+\.?\d*|\.\d+)e\+?\d+$/i;

/** Reports values that readers of YAML do not agree on; no more of them than `most`. */
export function reportAmbiguousValues(document: Document, most: number): Diagnostic[] {
  const { text } = document.source;
  const isOdd = longNumber.test(text) || (text.includes('values') && oldWord.test(text));
  if (!isOdd) return [];
  const found: Diagnostic[] = [];
  for (const [path, value] of walkValues(document.value)) {
    if (found.length >= most) break;
    const finding = judge(document, path, value);
    if (finding) found.push(finding);
  }
  return found;
}

function judge(document: Document, path: Path, value: unknown): Diagnostic | undefined {
  if (typeof value === 'number' && Number.isFinite(value))
    return judgeNumber(document, path, value);
  return typeof value === 'string' ? judgeText(document, path, value) : undefined;
}

function judgeNumber(document: Document, path: Path, value: number): Diagnostic | undefined {
  const span = document.span(path);
  const text = document.source.text.slice(span.start, span.end);
  const place = { span, path };
  if (/^[-+]?0o?\d/.test(text)) return createDiagnostic(leadingZero, {}, place);
  const digits = /^[-+]?(\d+|0x[\da-f]+)$/i.exec(text)?.[1];
  if (digits === undefined || BigInt(digits) === BigInt(Math.abs(value))) return undefined;
  return createDiagnostic(inexactNumber, {}, place);
}

// Only what a chart gets as it stands: elsewhere the language knows whether a word or a boolean is meant.
function judgeText(document: Document, path: Path, value: string): Diagnostic | undefined {
  const isOld = /^(?:y|yes|n|no|on|off)$/i.test(value);
  if (!path.includes('values') || !(isOld || exponential.test(value))) return undefined;
  const span = document.span(path);
  if (document.source.text.slice(span.start, span.end) !== value) return undefined;
  const place = { span, path };
  // The parser leaves a number without end what it was: text.
  if (!isOld) return createDiagnostic(notFinite, {}, place);
  const meant = /^(?:y|yes|on)$/i.test(value);
  return createDiagnostic(oldBoolean, { text: value, meant }, place);
}
