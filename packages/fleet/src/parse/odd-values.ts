import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import { mergeKey, notFinite, reservedKey } from '../rules/text/text-rules.ts';
import type { Document } from './document.ts';
import { walkValues } from './walk-values.ts';

// A cheap look at the text spares every ordinary file the walk. A number without end may be written with an exponent.
const oddText = /__proto__|<<|\.inf|\.nan|\de\+?\d{3}|\d{309}/i;

/** Reports keys and numbers that YAML takes and that no document of ours can mean; no more of them than `most`. */
export function reportOddValues(document: Document, most: number): Diagnostic[] {
  if (!oddText.test(document.source.text)) return [];
  const found: Diagnostic[] = [];
  for (const [path, value] of walkValues(document.value)) {
    if (found.length >= most) break;
    const key = path.at(-1);
    const here = { span: document.span(path, 'key'), path };
    if (key === '<<') found.push(createDiagnostic(mergeKey, {}, here));
    if (key === '__proto__') found.push(createDiagnostic(reservedKey, { key }, here));
    if (typeof value === 'number' && !Number.isFinite(value)) {
      found.push(createDiagnostic(notFinite, {}, { span: document.span(path), path }));
    }
  }
  return found;
}
