import { createDiagnostic, type Diagnostic, type Span } from '@fleetc/diagnostics';
import { literalSecret } from '../rules/secrets/literal-secret.rule.ts';
import type { Source } from '../source.ts';
import type { SecretForm } from './secret-form.ts';
import { secretForms, secretHint } from './secret-forms.ts';

/** A text in which no secret stands any more. */
export interface MaskedSource {
  readonly source: Source;
  /** What was overwritten, whole. */
  readonly masked: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds secrets that stand in the text, comments included, and overwrites them with as many `x`. Every later step sees
 * only the masked text, so no message, code frame, output or crash report can show what was found.
 */
export function maskSecrets(source: Source): MaskedSource {
  if (!secretHint.test(source.text)) return { source, masked: [], diagnostics: [] };
  let text = source.text;
  const masked: Span[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const form of secretForms) {
    const found = maskForm({ ...source, text }, form);
    text = found.source.text;
    masked.push(...found.masked);
    diagnostics.push(...found.diagnostics);
  }
  return { source: { ...source, text }, masked, diagnostics };
}

// A form at a time, so that what one has overwritten is nothing to the next.
function maskForm({ path, text }: Source, form: SecretForm): MaskedSource {
  const pieces: string[] = [];
  const masked: Span[] = [];
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  for (const { start, end, isCertain, what = form.what } of form.find(text)) {
    const found = text.slice(start, end);
    pieces.push(text.slice(done, start), found.replaceAll(/\S/g, 'x'));
    done = end;
    masked.push({ file: path, start, end });
    const span = { file: path, start, end: start + found.split(/\r?\n/, 1)[0]!.length };
    diagnostics.push(createDiagnostic(literalSecret, { what, isCertain }, { span }));
  }
  return { source: { path, text: pieces.join('') + text.slice(done) }, masked, diagnostics };
}
