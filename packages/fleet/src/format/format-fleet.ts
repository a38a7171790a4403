import { hasErrors, type Result } from '@fleetc/diagnostics';
import { parseDocument } from '../parse/parse-document.ts';
import type { Source } from '../source.ts';

/**
 * The text of a fleet.yaml in the layout of `fleetc fmt`, with line feeds and without a byte order mark. It says what it
 * said before and has the same comments beside the same keys; a text that is written in too strange a way comes back as
 * it is. No value for a text that is no YAML, with the reasons: there is nothing to lay out then.
 *
 * Spans count in the text without its byte order mark. The words of the reasons, like the text, may hold what nobody
 * should see: show `readFleet`'s instead.
 */
export async function formatFleet(source: Source): Promise<Result<string>> {
  const plain = { ...source, text: source.text.replace(/^\uFEFF/, '') };
  const { value: document, diagnostics } = await parseDocument(plain);
  if (!document || hasErrors(diagnostics)) return { diagnostics };
  // Apart, because it needs the slow parser and the whole schema.
  const { formatText } = await import('./format-text.ts');
  return { value: await formatText(plain.text, document.value), diagnostics: [] };
}
