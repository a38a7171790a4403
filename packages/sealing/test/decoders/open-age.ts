import {
  createDecipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/**
 * Opens an armored age file for one X25519 key, written from the specification (age-encryption.org/v1) alone. Header and
 * payload are authenticated on the way; the payload has to fit into one chunk. Throws unless all fits.
 */
export function openAge(armored: string, privateKey: KeyObject): Buffer {
  const file = unarmor(armored);
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1;
  const header = file.subarray(0, end).toString('latin1');
  const fileKey = unwrap(header, privateKey);
  checkHeader(header, fileKey);
  const nonce = file.subarray(end, end + 16);
  return openChunk(
    file.subarray(end + 16),
    derive(fileKey, nonce, 'payload'),
    '0'.repeat(22) + '01',
  );
}

function unarmor(armored: string): Buffer {
  const lines = armored.split('\n');
  const body = lines.slice(1, -2);
  if (lines[0] !== '-----BEGIN AGE ENCRYPTED FILE-----') throw new Error('first line');
  if (lines.at(-2) !== '-----END AGE ENCRYPTED FILE-----') throw new Error('last line');
  if (lines.at(-1) !== '') throw new Error('final newline');
  if (body.some((line, row) => line.length > 64 || (line.length < 64 && row < body.length - 1))) {
    throw new Error('columns');
  }
  return Buffer.from(body.join(''), 'base64');
}

function unwrap(header: string, privateKey: KeyObject): Buffer {
  const [version, stanza, body, ...rest] = header.split('\n');
  if (version !== 'age-encryption.org/v1') throw new Error('version');
  if (rest.length !== 2 || !rest[0]!.startsWith('--- ')) throw new Error('stanzas');
  const share = /^-> X25519 ([A-Za-z0-9+/]{43})$/.exec(stanza!)?.[1];
  if (share === undefined) throw new Error('stanza');
  const theirs = Buffer.from(share, 'base64');
  const salt = Buffer.concat([theirs, rawPublic(createPublicKey(privateKey))]);
  const secret = diffieHellman({ privateKey, publicKey: fromRaw(theirs) });
  const key = derive(secret, salt, 'age-encryption.org/v1/X25519');
  return openChunk(Buffer.from(body!, 'base64'), key, '00'.repeat(12));
}

function checkHeader(header: string, fileKey: Buffer): void {
  const at = header.lastIndexOf('--- ');
  const key = derive(fileKey, Buffer.alloc(0), 'header');
  const mac = createHmac('sha256', key)
    .update(header.slice(0, at + 3), 'latin1')
    .digest('base64');
  if (mac.replaceAll('=', '') !== header.slice(at + 4, -1)) throw new Error('header');
}

function openChunk(bytes: Buffer, key: Buffer, nonce: string): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, Buffer.from(nonce, 'hex'), {
    authTagLength: 16,
  });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
}

function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(info), 32));
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

function fromRaw(bytes: Buffer): KeyObject {
  const jwk = { kty: 'OKP', crv: 'X25519', x: bytes.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}
