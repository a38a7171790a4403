import { createHash, randomBytes } from 'node:crypto';
import { encryptValue } from './encrypt-value.ts';
import { formatSopsFile } from './format-sops-file.ts';

/** A Secret with its values, which live no longer than the call that encrypts them. */
export interface PlainSecret {
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  /** In the clear, in this order. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly values: ReadonlyMap<string, Uint8Array>;
}

/** Who may decrypt, and the time that the file tells. */
export interface SopsOptions {
  /** Native age recipients; `recipientProblem` says whether they are. */
  readonly recipients: readonly string[];
  readonly now: Date;
}

const section = 'stringData';

/**
 * The text of a SOPS file with one Secret. Its checksum covers the encrypted values only, so that name, namespace and
 * labels may change without the key. Each call gives another text.
 */
export async function encryptSecret(secret: PlainSecret, options: SopsOptions): Promise<string> {
  const dataKey = randomBytes(32);
  try {
    const lastModified = toTimestamp(options.now);
    const keys = [...secret.values.keys()].sort();
    const values = keys.map((key) => {
      const text = encryptValue(secret.values.get(key)!, dataKey, `${section}:${key}:`);
      return [key, text] as const;
    });
    const digest = macOf(keys.map((key) => secret.values.get(key)!));
    return formatSopsFile({
      secret,
      section,
      values,
      recipients: await wrapKey(dataKey, options.recipients),
      lastModified,
      mac: encryptValue(Buffer.from(digest), dataKey, lastModified),
    });
  } finally {
    dataKey.fill(0);
  }
}

// The first 32 bytes tell a checksum over encrypted values from one over all values.
function macOf(values: readonly Uint8Array[]): string {
  const hash = createHash('sha512').update(createHash('sha256').update('sops').digest());
  for (const value of values) hash.update(value);
  return hash.digest('hex').toUpperCase();
}

async function wrapKey(
  dataKey: Buffer,
  recipients: readonly string[],
): Promise<(readonly [recipient: string, armored: string])[]> {
  const { Encrypter, armor } = await import('age-encryption');
  return Promise.all(
    [...new Set(recipients)].map(async (recipient) => {
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      // A copy, because the library keeps what it is given in a stream of its own.
      const wrapped = await encrypter.encrypt(Uint8Array.from(dataKey));
      return [recipient, armor.encode(wrapped)] as const;
    }),
  );
}

function toTimestamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}
