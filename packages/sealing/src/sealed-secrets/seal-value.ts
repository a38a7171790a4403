import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import type { SealingCertificate } from './certificate.ts';
import { toLabel } from './sealing-scope.ts';

/**
 * Encrypts one value so that only the controller behind the certificate opens it, and only for `target`: a session key
 * under RSA-OAEP with the target as label, the value under AES-256-GCM with that key. Each call gives another text.
 */
export function sealValue(
  value: Uint8Array,
  target: string,
  { publicKey }: SealingCertificate,
): string {
  const sessionKey = randomBytes(32);
  try {
    const wrapped = publicEncrypt(
      {
        key: publicKey,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha256',
        oaepLabel: toLabel(target),
      },
      sessionKey,
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(wrapped.length);
    return Buffer.concat([length, wrapped, encrypt(value, sessionKey)]).toString('base64');
  } finally {
    sessionKey.fill(0);
  }
}

// The format has a nonce of zeros, which is safe for a key that is used once.
function encrypt(value: Uint8Array, key: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
  return Buffer.concat([cipher.update(value), cipher.final(), cipher.getAuthTag()]);
}
