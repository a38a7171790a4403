import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** A pair of keys and a certificate over them, signed by itself. */
export interface Certified {
  readonly privateKey: KeyObject;
  readonly pem: string;
}

/** How a certificate differs from one that is in use. */
export interface CertificateOptions {
  readonly type?: 'rsa' | 'ec';
  readonly bits?: number;
  readonly from?: Date;
  readonly to?: Date;
}

/** Makes a certificate as the controller does; node can read certificates and not write them. */
export function makeCertificate(options: CertificateOptions = {}): Certified {
  const { type = 'rsa', bits = 2048 } = options;
  const { from = new Date('2020-01-01'), to = new Date('2099-12-31') } = options;
  const { publicKey, privateKey } =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // sha256WithRSAEncryption or ecdsa-with-SHA256.
  const algorithm = sequence(
    type === 'rsa'
      ? Buffer.concat([hex('06092a864886f70d01010b'), hex('0500')])
      : hex('06082a8648ce3d040302'),
  );
  const name = sequence(
    tlv(0x31, sequence(Buffer.concat([hex('0603550403'), tlv(0x0c, Buffer.from('sealed'))]))),
  );
  const body = sequence(
    Buffer.concat([
      tlv(0xa0, hex('020102')),
      tlv(0x02, Buffer.concat([hex('01'), randomBytes(8)])),
      algorithm,
      name,
      sequence(Buffer.concat([time(from), time(to)])),
      name,
      publicKey.export({ type: 'spki', format: 'der' }),
    ]),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const der = sequence(
    Buffer.concat([body, algorithm, tlv(0x03, Buffer.concat([hex('00'), signature]))]),
  );
  return { privateKey, pem: toPem(der) };
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function time(date: Date): Buffer {
  const digits = `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return tlv(0x18, Buffer.from(digits));
}

function sequence(content: Buffer): Buffer {
  return tlv(0x30, content);
}

function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex');
}
