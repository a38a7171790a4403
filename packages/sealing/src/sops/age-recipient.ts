/** Kinds of keys that SOPS knows and that are not age's own, by how they begin. */
const otherKinds: readonly (readonly [RegExp, string])[] = [
  [
    /^age-secret-key-/i,
    'it is a secret key, which belongs to whoever decrypts; give the public key that "age-keygen -y" prints',
  ],
  [/^age-plugin-/i, 'it is the identity of an age plugin'],
  [/^(ssh-|ecdsa-)/, 'it is an SSH key; make an age key with "age-keygen"'],
  [/^(arn:aws:|projects\/|https?:\/\/)/, 'it is a key of a cloud service'],
  [/^(0x)?[0-9A-F]{40}$/i, 'it is a PGP fingerprint'],
];

/**
 * Why nothing can be encrypted for a recipient, as one clause that quotes nothing of it; `undefined` when it is an X25519
 * (`age1…`) or a post-quantum (`age1pq1…`) one.
 */
export async function recipientProblem(text: string): Promise<string | undefined> {
  const other = otherKinds.find(([pattern]) => pattern.test(text));
  if (other) return other[1];
  if (!text.startsWith('age1')) return 'it is no age recipient: those begin with "age1"';
  const kind = /^age1([a-z0-9-]+)1/.exec(text)?.[1];
  if (kind !== undefined && kind !== 'pq') {
    return `it belongs to the age plugin "${kind}"; only native recipients are supported`;
  }
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(text);
    return undefined;
  } catch {
    return 'it is damaged: length or checksum are wrong';
  }
}
