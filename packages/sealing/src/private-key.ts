import { createPrivateKey } from 'node:crypto';

const leastBits = 2048;

/** What keeps the controller from signing with a PEM key, as one clause; `undefined` when nothing does. */
export function privateKeyProblem(pem: string): string | undefined {
  const key = readKey(pem);
  if (!key) return 'its base64 text is no RSA key';
  if (key.asymmetricKeyType !== 'rsa') return 'it is no RSA key';
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < leastBits ? `it has fewer than ${leastBits} bits` : undefined;
}

// The message of OpenSSL is dropped: it says nothing to a user and could say too much.
function readKey(pem: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
