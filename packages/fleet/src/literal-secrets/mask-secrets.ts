import { createDiagnostic, type Diagnostic, type Span } from '@fleetc/diagnostics';
import { literalSecret } from '../rules/secrets/literal-secret.rule.ts';
import type { Source } from '../source.ts';
import { secretHint, secretPatterns } from './secret-patterns.ts';

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
  for (const { what, pattern } of secretPatterns) {
    text = text.replace(pattern, (found, ...rest) => {
      const start = rest.find((item): item is number => typeof item === 'number')!;
      const firstLine = found.split(/\r?\n/, 1)[0]!.length;
      masked.push({ file: source.path, start, end: start + found.length });
      const span = { file: source.path, start, end: start + firstLine };
      diagnostics.push(createDiagnostic(literalSecret, { what }, { span }));
      return found.replaceAll(/\S/g, 'x');
    });
  }
  return { source: { ...source, text }, masked, diagnostics };
}
