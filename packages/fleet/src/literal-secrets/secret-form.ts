/** A form of text that is a secret wherever it stands. */
export interface SecretForm {
  /** In words, for the message. */
  readonly what: string;
  /** Source of a regular expression that every text with such a secret matches; its first letters, mostly. */
  readonly hint: string;
  /** The places in a text, in order and apart from each other. */
  readonly find: (text: string) => Iterable<SecretPlace>;
}

/** Where a secret stands. */
export interface SecretPlace {
  readonly start: number;
  readonly end: number;
  /** False when it has the look of a secret, and what could prove it does not. */
  readonly isCertain: boolean;
  /** Instead of the words of the form. */
  readonly what?: string;
}

/** What a regular expression found is worth: a secret, the look of one, or nothing. */
export type Verdict = 'certain' | 'likely' | 'none';

/**
 * A form that a regular expression finds. With a group named `before`, the secret is what follows the group. Every pattern
 * has to take time in proportion to the text, whatever stands there.
 */
export function byPattern(
  what: string,
  hint: string,
  pattern: RegExp,
  judge: (secret: string) => Verdict = () => 'certain',
): SecretForm {
  return { what, hint, find: (text) => findByPattern(text, pattern, judge) };
}

function* findByPattern(
  text: string,
  pattern: RegExp,
  judge: (secret: string) => Verdict,
): Generator<SecretPlace> {
  for (const match of text.matchAll(pattern)) {
    const before = match.groups?.['before'] ?? '';
    const start = match.index + before.length;
    const end = match.index + match[0].length;
    const verdict = judge(text.slice(start, end));
    if (verdict !== 'none') yield { start, end, isCertain: verdict === 'certain' };
  }
}
