import type { Source } from '../source.ts';
import { hideLines } from './misplaced/hide-lines.ts';
import { createRedaction, type Redact } from './suspicious/create-redaction.ts';
import { isSuspiciousKey } from './suspicious/is-suspicious-key.ts';
import { looksRandom } from './suspicious/looks-random.ts';

const assignment =
  /(?<![\w.-])(?<key>[\w.-]{2,100})["']?\s{0,8}[:=]\s{0,8}["']?(?<value>[^\s"',}\]]{16,200})/g;

/** The same for a text that is no YAML, so that no code frame of a syntax error shows a value: by its lines alone. */
export function hideInBrokenText(source: Source): {
  readonly source: Source;
  readonly redact: Redact;
} {
  const values = [...source.text.matchAll(assignment)].flatMap(({ groups }) => {
    const { key, value } = groups as { key: string; value: string };
    return isSuspiciousKey(key) && looksRandom(value) ? [value] : [];
  });
  const redact = createRedaction(values);
  return { source: { ...source, text: hideLines(redact(source.text)) }, redact };
}
