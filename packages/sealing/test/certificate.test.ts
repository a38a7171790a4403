import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { ageInDays, readCertificate, validityProblem } from '../src/index.ts';
import { type CertificateOptions, makeCertificate } from './support/make-certificate.ts';

const { pem, privateKey } = makeCertificate();

function problemOf(text: string): string | undefined {
  const reading = readCertificate(text);
  return 'problem' in reading ? reading.problem : undefined;
}

function certificateOf(options: CertificateOptions) {
  const reading = readCertificate(makeCertificate(options).pem);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.certificate;
}

it('reads the first of several certificates, whatever stands around it', () => {
  const text = `subject=CN = sealed\r\n${pem.replaceAll('\n', '\r\n')}${makeCertificate().pem}`;
  const reading = readCertificate(text);
  expect(reading).toMatchObject({
    certificate: {
      fingerprint: new X509Certificate(pem).fingerprint256,
      validFrom: new Date('2020-01-01'),
      validTo: new Date('2099-12-31'),
    },
  });
});

it.each([
  ['', 'it is not in PEM form: no line says "BEGIN CERTIFICATE"'],
  ['AgBy3i4OJSWK', 'it is not in PEM form: no line says "BEGIN CERTIFICATE"'],
  [pem.slice(0, 200), 'its first certificate is cut off'],
  [pem.replace(/\n.{64}\n/, '\n'), 'its first certificate is damaged: it cannot be read as X.509'],
  [
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'its first certificate is damaged: it cannot be read as X.509',
  ],
  [
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'it holds no certificate, but a block "PRIVATE KEY"',
  ],
  [makeCertificate({ type: 'ec' }).pem, 'its key is of type ec, and Sealed Secrets takes RSA only'],
  [makeCertificate({ bits: 1024 }).pem, 'its key has 1024 bits, fewer than 2048'],
])('says what is wrong with %j', (text, problem) => {
  expect(problemOf(text)).toBe(problem);
});

it('seals inside of the validity only, borders included', () => {
  const from = new Date('2026-01-02T03:04:05Z');
  const to = new Date('2027-01-02T03:04:05Z');
  const certificate = certificateOf({ from, to });
  const problemAt = (time: string) => validityProblem(certificate, new Date(time));
  expect(problemAt('2026-01-02T03:04:04Z')).toBe('it is not valid before 2026-01-02');
  expect(problemAt('2026-01-02T03:04:05Z')).toBeUndefined();
  expect(problemAt('2027-01-02T03:04:05Z')).toBeUndefined();
  expect(problemAt('2027-01-02T03:04:06Z')).toBe('it expired on 2027-01-02');
});

it('counts whole days since the certificate was made', () => {
  const certificate = certificateOf({ from: new Date('2026-01-01') });
  expect(ageInDays(certificate, new Date('2026-01-01T23:59:59Z'))).toBe(0);
  expect(ageInDays(certificate, new Date('2026-04-01'))).toBe(90);
});
