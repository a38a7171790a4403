import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { toBech32 } from './bech32.ts';

/** An age key pair made without age. */
export interface AgeKey {
  readonly privateKey: KeyObject;
  readonly recipient: string;
  /** What goes into a key file. */
  readonly identity: string;
}

/** Makes an X25519 pair and writes both halves as age does. */
export function makeAgeKey(): AgeKey {
  const { privateKey } = generateKeyPairSync('x25519');
  const { x, d } = privateKey.export({ format: 'jwk' });
  return {
    privateKey,
    recipient: toBech32('age', Buffer.from(x!, 'base64url')),
    identity: toBech32('age-secret-key-', Buffer.from(d!, 'base64url')).toUpperCase(),
  };
}
