import { type KeyObject, X509Certificate } from 'node:crypto';

/** The public half of a sealing key, as the controller hands it out. */
export interface SealingCertificate {
  readonly publicKey: KeyObject;
  /** SHA-256 over the certificate, upper-case pairs with colons, as `openssl x509 -fingerprint` prints it. */
  readonly fingerprint: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** A certificate, or what is wrong with the text, as one clause. */
export type CertificateReading =
  { readonly certificate: SealingCertificate } | { readonly problem: string };

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/;
const leastBits = 2048;

/** Reads the first certificate of a PEM text, as kubeseal does. */
export function readCertificate(text: string): CertificateReading {
  const pem = block.exec(text)?.[0];
  if (pem === undefined) return { problem: describeOther(text) };
  const parsed = parse(pem);
  if (!parsed) return { problem: 'its first certificate is damaged: it cannot be read as X.509' };
  const { x509, publicKey } = parsed;
  const problem = keyProblem(publicKey);
  if (problem !== undefined) return { problem };
  return {
    certificate: {
      publicKey,
      fingerprint: x509.fingerprint256,
      validFrom: new Date(x509.validFrom),
      validTo: new Date(x509.validTo),
    },
  };
}

/** Why nothing may be sealed with a certificate at this time, as one clause; `undefined` inside of its validity. */
export function validityProblem(
  { validFrom, validTo }: SealingCertificate,
  now: Date,
): string | undefined {
  if (now > validTo) return `it expired on ${toDay(validTo)}`;
  if (now < validFrom) return `it is not valid before ${toDay(validFrom)}`;
  return undefined;
}

/** Whole days since the certificate became valid, which is when the controller made it. */
export function ageInDays({ validFrom }: SealingCertificate, now: Date): number {
  return Math.floor((now.getTime() - validFrom.getTime()) / 86_400_000);
}

function describeOther(text: string): string {
  const other = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text)?.[1];
  if (other === undefined) return 'it is not in PEM form: no line says "BEGIN CERTIFICATE"';
  if (other === 'CERTIFICATE') return 'its first certificate is cut off';
  return `it holds no certificate, but a block "${other}"`;
}

function parse(
  pem: string,
): { readonly x509: X509Certificate; readonly publicKey: KeyObject } | undefined {
  try {
    const x509 = new X509Certificate(pem);
    return { x509, publicKey: x509.publicKey };
  } catch {
    return undefined;
  }
}

function keyProblem({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | undefined {
  if (asymmetricKeyType !== 'rsa') {
    return `its key is of type ${asymmetricKeyType ?? 'unknown'}, and Sealed Secrets takes RSA only`;
  }
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < leastBits ? `its key has ${bits} bits, fewer than ${leastBits}` : undefined;
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
