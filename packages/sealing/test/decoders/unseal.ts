import {
  constants,
  createDecipheriv,
  createHash,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';

/**
 * Opens a value of Sealed Secrets, written from the description of its format alone: two bytes with the length of the RSA
 * part, the RSA part, then AES-256-GCM with twelve zero bytes as nonce and the tag at the end. Throws unless all fits.
 */
export function unseal(sealed: string, label: string, privateKey: KeyObject): Buffer {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sealed) || sealed.length % 4 !== 0) throw new Error('base64');
  const bytes = Buffer.from(sealed, 'base64');
  const length = bytes.readUInt16BE(0);
  const sessionKey = unpad(
    privateDecrypt(
      { key: privateKey, padding: constants.RSA_NO_PADDING },
      bytes.subarray(2, 2 + length),
    ),
    Buffer.from(label),
  );
  if (sessionKey.length !== 32) throw new Error('session key');
  const rest = bytes.subarray(2 + length);
  const decipher = createDecipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12));
  decipher.setAuthTag(rest.subarray(-16));
  return Buffer.concat([decipher.update(rest.subarray(0, -16)), decipher.final()]);
}

/** EME-OAEP of RFC 8017, 7.1.2, with SHA-256 in both places. */
function unpad(block: Buffer, label: Buffer): Buffer {
  const size = 32;
  if (block[0] !== 0) throw new Error('first byte');
  const maskedSeed = block.subarray(1, 1 + size);
  const maskedData = block.subarray(1 + size);
  const seed = xor(maskedSeed, mask(maskedData, size));
  const data = xor(maskedData, mask(seed, maskedData.length));
  const labelHash = createHash('sha256').update(label).digest();
  if (!data.subarray(0, size).equals(labelHash)) throw new Error('label');
  let at = size;
  while (data[at] === 0) at++;
  if (data[at] !== 1) throw new Error('separator');
  return data.subarray(at + 1);
}

function mask(seed: Buffer, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let counter = 0; parts.length * 32 < length; counter++) {
    const index = Buffer.alloc(4);
    index.writeUInt32BE(counter);
    parts.push(createHash('sha256').update(seed).update(index).digest());
  }
  return Buffer.concat(parts).subarray(0, length);
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ b[index]!));
}
