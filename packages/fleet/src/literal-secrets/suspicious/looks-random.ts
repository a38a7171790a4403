import { isPlaceholder } from '../placeholder.ts';

/** Longer texts are ciphertext and certificates. */
const limits = { shortest: 16, longest: 200 } as const;

/** Bits a character; that of a text in words is lower for its length. */
const leastEntropy = 3;

/** Of texts of 24 letters and digits drawn at random one in forty has more, and of those of 40 one in a hundred. */
const mostWords = 0.6;

/**
 * Whether a text looks drawn at random, as passwords and keys are. What can be a name of Kubernetes never does, unless it is
 * at least 32 hexadecimal digits; nor does anything that is told by its form: addresses, paths, images, digests, references
 * to something else and whatever consists of words.
 */
export function looksRandom(text: string): boolean {
  if (text.length < limits.shortest || text.length > limits.longest) return false;
  if (entropy(text) < leastEntropy || isPlaceholder(text)) return false;
  if (/^[0-9a-f]{32,}$/.test(text)) return true;
  if (knownForms.some((form) => form.test(text))) return false;
  return count(text, /[A-Za-z]/g) >= 5 && /\d/.test(text) && shareOfWords(text) < mostWords;
}

const knownForms: readonly RegExp[] = [
  /\s|\$[({]|\{\{|^<.*>$/, // several words, references to something else
  /^[a-z0-9.-]+$/, // a name of Kubernetes, a host, a version
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^[a-z][a-z0-9+.-]*:/, // a URL, an image with a tag, a digest, a reference such as `arn:`
  /^sha\d+[:-]/i,
  /^v?\d+\.\d+\.\d+(?:[-+.]|$)/,
  /^(?:~|\.{0,2})\/(?:[\w.-]+\/)*[\w.-]*$/,
  /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/,
  /^[^@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, // an e-mail address
];

/** The share of the text that is words and years: four letters or more, of which the first alone may be a capital. */
function shareOfWords(text: string): number {
  const words = text.match(/[A-Za-z][a-z]{3,}|[A-Z]{4,}|\d{4,}/g) ?? [];
  return words.reduce((sum, word) => sum + word.length, 0) / text.length;
}

/** Shannon's entropy of the characters, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, times) => {
    const share = times / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
