import { isPlaceholder } from '../placeholder.ts';
import { byPattern, type SecretForm } from '../secret-form.ts';

/** Keys as text: PEM blocks, PGP's included, and the identities of age. */
export const privateKeys: readonly SecretForm[] = [
  byPattern(
    'a private key',
    '-----BEGIN',
    // Without its end, it goes on as long as the text looks like base64.
    /-----BEGIN (?:[A-Z0-9]+ ){0,6}PRIVATE KEY(?: BLOCK)?-----(?:(?:(?!-----BEGIN )[\s\S])*?-----END (?:[A-Z0-9]+ ){0,6}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,})*)/g,
  ),
  byPattern(
    'a secret key of age',
    'AGE-SECRET-KEY-',
    /AGE-SECRET-KEY-(?:[A-Z]+-)?1[A-Z0-9]{20,}/g,
    (key) => (isPlaceholder(key) ? 'none' : 'certain'),
  ),
];
