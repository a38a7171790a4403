import type { Source } from '../source.ts';
import { createRedaction, type Redact } from './suspicious/create-redaction.ts';
import { isSuspiciousKey } from './suspicious/is-suspicious-key.ts';
import { looksRandom } from './suspicious/looks-random.ts';

const assignment =
  /(?<![\w.-])(?<key>[\w.-]{2,100})["']?\s{0,8}[:=]\s{0,8}["']?(?<value>[^\s"',}\]]{16,200})/g;

// What stands behind a key up to the end of the line or of the flow; a map, an alias and the like is no value.
const plainValue =
  /(?<![\w.-])(?<before>(?<key>[\w.-]{2,100})["']?[ \t]{0,8}:[ \t]{1,8}["']?)(?<value>[^\s"'{[&*|>!#][^"',}\]\n]{0,400})/g;

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
  return { source: { ...source, text: hidePlainValues(redact(source.text)) }, redact };
}

// Where the text is no YAML nobody can say what the value of such a key is, so that none is shown.
function hidePlainValues(text: string): string {
  return text.replace(plainValue, (whole, before: string, key: string, value: string) =>
    isSuspiciousKey(key) ? before + value.replaceAll(/\S/g, 'x') : whole,
  );
}
