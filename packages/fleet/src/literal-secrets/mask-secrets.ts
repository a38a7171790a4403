import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { literalSecret } from '../rules/secrets/literal-secret.rule.ts';
import type { Source } from '../source.ts';
import { secretHint, secretPatterns } from './secret-patterns.ts';

/**
 * Finds secrets that stand in the text, comments included, and overwrites them with as many `x`. Every later step sees
 * only the masked text, so no message, code frame, output or crash report can show what was found.
 */
export function maskSecrets(source: Source): {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (!secretHint.test(source.text)) return { source, diagnostics: [] };
  let text = source.text;
  const diagnostics: Diagnostic[] = [];
  for (const { what, pattern } of secretPatterns) {
    text = text.replace(pattern, (found, ...rest) => {
      const start = rest.find((item): item is number => typeof item === 'number')!;
      const firstLine = found.split(/\r?\n/, 1)[0]!.length;
      const span = { file: source.path, start, end: start + firstLine };
      diagnostics.push(createDiagnostic(literalSecret, { what }, { span }));
      return found.replaceAll(/\S/g, 'x');
    });
  }
  return { source: { ...source, text }, diagnostics };
}
