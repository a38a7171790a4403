import { decodeBase64 } from '../decode-base64.ts';
import type { SecretForm, SecretPlace } from '../secret-form.ts';

/**
 * How base64 starts of what is worth a look: `-----BEGIN`, tokens of GitHub, GitLab, Vault and Docker Hub, keys of AWS and
 * age, and `{"auths"`, `{"cred` and `{"type":"` (an account of Google) in several layouts. Ciphertext and digests start otherwise, so they are never decoded.
 */
const start =
  'LS0tLS1CRUdJTi|Z2h[vwyz1]X|Z2l0aHViX3BhdF|Z2xwYXQt|aHZzL|ZGNrcl9|QUtJQ|QVNJQ|QUdFLVNFQ1JFVC|eyJhdXRocyI|eyAiYXV0aHMi|eyJjcmVk|eyJ0eXBlIjoi|ewog|ewoJ';

const encoded = new RegExp(
  String.raw`(?<![A-Za-z0-9+])(?:${start})[A-Za-z0-9+/]{12,}={0,2}(?:\s+[A-Za-z0-9+/]{16,}={0,2}(?![^\s"']))*`,
  'g',
);

/** Secrets that stand in the text as base64, the way a Kubernetes Secret and a kubeconfig hold them. */
export function encodedSecrets(forms: readonly SecretForm[]): SecretForm {
  return { what: 'a secret in base64', hint: start, find: (text) => findEncoded(text, forms) };
}

function* findEncoded(text: string, forms: readonly SecretForm[]): Generator<SecretPlace> {
  for (const { index, 0: found } of text.matchAll(encoded)) {
    const decoded = decodeWhole(found);
    for (const form of decoded === undefined ? [] : forms) {
      const [place] = form.find(decoded!);
      if (!place) continue;
      const { isCertain } = place;
      yield { start: index, end: index + found.length, isCertain, what: `${form.what} in base64` };
      break;
    }
  }
}

// What is cut off, or glued to something else, may be one character too long.
function decodeWhole(found: string): string | undefined {
  const text = found.replaceAll(/[\s=]/g, '');
  return decodeBase64(text.length % 4 === 1 ? text.slice(0, -1) : text);
}
