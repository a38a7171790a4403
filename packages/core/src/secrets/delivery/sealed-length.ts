import { githubKeys, pullSecretKey } from '../github-keys.ts';

/** Bytes that follow the encrypted value, as AES-GCM has them. */
const tagBytes = 16;

/** The fewest bytes of a value by its key. An RSA key of 2048 bits has more, and so has any token. */
const leastBytes: Readonly<Record<string, number>> = {
  [githubKeys.pat[0]]: 20,
  [githubKeys.app[2]]: 1600,
  [pullSecretKey]: 30,
};

/**
 * What the length of ciphertext gives away about a part that is missing, as one clause. The controller would find it by the
 * tag at the end, in the cluster; here the lengths of the format have to do: two bytes that tell how long the part with the
 * session key is, that part, the encrypted value and the tag.
 */
export function lengthProblem(key: string, ciphertext: string): string | undefined {
  const keyBytes = readUint16(ciphertext);
  if (!isRsaLength(keyBytes)) return 'does not begin as ciphertext of Sealed Secrets does';
  const left = byteLength(ciphertext) - 2 - keyBytes - tagBytes;
  if (left < 1) return 'is cut off before the value begins';
  const least = leastBytes[key] ?? 1;
  return left < least ? `is cut off: ${left} bytes are left of a value that has more` : undefined;
}

function readUint16(base64: string): number {
  const [high, low] = [...atob(base64.slice(0, 4))].map((byte) => byte.charCodeAt(0));
  return high! * 256 + low!;
}

/** Whether RSA makes so many bytes: keys have 1024 bits or more, in steps of 256. */
function isRsaLength(bytes: number): boolean {
  return bytes >= 128 && bytes <= 1024 && bytes % 32 === 0;
}

function byteLength(base64: string): number {
  return (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
}
