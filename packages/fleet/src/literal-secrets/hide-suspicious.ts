import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Document } from '../parse/document.ts';
import { suspiciousValue } from '../rules/secrets/suspicious-value.rule.ts';
import type { Source } from '../source.ts';
import { maskSpans } from './mask-spans.ts';
import { createRedaction, type Redact } from './suspicious/create-redaction.ts';
import { findSuspicious } from './suspicious/find-suspicious.ts';

/** What may be shown of a file, and what is said of the rest. */
export interface HiddenValues {
  /** The text for code frames: letter by letter as long as the one that is compiled. */
  readonly source: Source;
  readonly redact: Redact;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Warns of values that look like secrets and keeps them out of whatever is shown. They stay in what is compiled, because
 * the look may deceive and a warning must not change what is built.
 */
export function hideSuspicious(document: Document): HiddenValues {
  const { source } = document;
  const found = findSuspicious(source.text, document.value);
  if (found.length === 0) return { source, redact: (text) => text, diagnostics: [] };
  const places = found.map(({ key, path }) => ({ key, path, span: document.span(path) }));
  const redact = createRedaction(found.map(({ value }) => value));
  const spans = places.map(({ span }) => span);
  const text = maskSpans(source.text, spans);
  return {
    // The value may stand in a comment or behind an anchor, too.
    source: { ...source, text: redact(text) },
    redact,
    diagnostics: places.map(({ key, path, span }) =>
      createDiagnostic(suspiciousValue, { key }, { span, path }),
    ),
  };
}
