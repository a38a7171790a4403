import { createCipheriv, randomBytes } from 'node:crypto';

/** One scalar as SOPS writes it. An empty text stays empty, as SOPS has it. */
export function encryptValue(value: Uint8Array, key: Buffer, context: string): string {
  if (value.length === 0) return '';
  // SOPS draws 32 bytes where others take 12.
  const iv = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const data = Buffer.concat([cipher.update(value), cipher.final()]);
  const parts = { data, iv, tag: cipher.getAuthTag() };
  const fields = Object.entries(parts).map(
    ([name, bytes]) => `${name}:${bytes.toString('base64')}`,
  );
  return `ENC[AES256_GCM,${fields.join(',')},type:str]`;
}
