import { createDiagnostic, type Path, type Span } from '@fleetc/diagnostics';
import type { Limits } from '../limits.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { literalSecret } from '../rules/secrets/literal-secret.rule.ts';
import type { Source } from '../source.ts';
import type { MaskedSource } from './mask-secrets.ts';
import { maskSpans } from './mask-spans.ts';
import type { SecretPlace } from './secret-form.ts';
import { secretForms, secretHint } from './secret-forms.ts';

/**
 * Finds secrets that only show once YAML's escapes are read, such as `"\x67hp_…"`, and overwrites the whole text that
 * holds one. A text without a backslash has none.
 */
export async function maskEscapedSecrets(source: Source, limits?: Limits): Promise<MaskedSource> {
  if (!source.text.includes('\\')) return { source, masked: [], diagnostics: [] };
  const { value: document } = await parseDocument(source, limits);
  const found: { readonly secret: FoundSecret; readonly span: Span }[] = [];
  walk(document?.value, [], (text, path, part) => {
    const secret = secretIn(text);
    const span = document?.span(path, part);
    if (!secret || !span) return;
    if (source.text.slice(span.start, span.end).includes('\\')) found.push({ secret, span });
  });
  return {
    source: {
      ...source,
      text: maskSpans(
        source.text,
        found.map(({ span }) => span),
      ),
    },
    masked: found.map(({ span }) => span),
    diagnostics: found.map(({ secret, span }) => createDiagnostic(literalSecret, secret, { span })),
  };
}

type FoundSecret = Required<Pick<SecretPlace, 'what' | 'isCertain'>>;

function secretIn(text: string): FoundSecret | undefined {
  if (!secretHint.test(text)) return undefined;
  for (const form of secretForms) {
    const [place] = form.find(text);
    if (place) return { what: place.what ?? form.what, isCertain: place.isCertain };
  }
  return undefined;
}

function walk(
  value: unknown,
  path: Path,
  visit: (text: string, path: Path, part: 'key' | 'value') => void,
): void {
  if (typeof value === 'string') visit(value, path, 'value');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const next = [...path, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value)) visit(key, next, 'key');
    walk(child, next, visit);
  }
}
