import type { Path } from '@fleetc/diagnostics';

/** What somebody who put a secret into some place of the language has to be told. */
export interface Advice {
  /** What the text is not. */
  readonly what: string;
  readonly fix: string;
}

const forCiphertext: Advice = {
  what: 'this is not ciphertext',
  fix: 'revoke it, and pipe a new one into "fleetc seal NAME", which writes the ciphertext here',
};

const forRecipient: Advice = {
  what: 'this is not a public key',
  fix: 'make a new key, because this one is known now, and write its public half here, which "age-keygen -y" prints',
};

/** The advice for the places where ciphertext and public keys stand; none for all others. */
export function adviceAt(path: Path): Advice | undefined {
  if (path.includes('sealedSecret') && path.includes('sealed')) return forCiphertext;
  return path.includes('sops') && path.includes('recipients') ? forRecipient : undefined;
}
