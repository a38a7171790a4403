import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  readCertificate,
  type SealingCertificate,
  sealedFor,
  type SealingScope,
  sealValue,
} from '../src/index.ts';
import { unseal } from './decoders/unseal.ts';
import { makeCertificate } from './support/make-certificate.ts';

const { pem, privateKey } = makeCertificate();
const certificate = read(pem);
const scopes: readonly SealingScope[] = ['strict', 'namespace', 'cluster'];

/** What fleet.yaml accepts as ciphertext. */
const sealedForm = /^(?:[A-Za-z0-9+/]{4}){64,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4000 }),
  fc.constantFrom('\u0000', 'ß', '𝄞', 'x'.repeat(300_000), '"\\\r\n', '\ufeff'),
);

function read(pemText: string): SealingCertificate {
  const reading = readCertificate(pemText);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.certificate;
}

function labelOf(scope: SealingScope, namespace: string, name: string): string {
  return { strict: `${namespace}/${name}`, namespace, cluster: '' }[scope];
}

it('seals what an independent reader opens, whatever the value and the scope', () => {
  const cases = fc.record({ value: text, namespace: label, name: label });
  fc.assert(
    fc.property(cases, fc.constantFrom(...scopes), ({ value, namespace, name }, scope) => {
      const bytes = Buffer.from(value);
      const sealed = sealValue(bytes, sealedFor(scope, { namespace, name }), certificate);
      expect(sealed).toMatch(sealedForm);
      const opened = unseal(sealed, labelOf(scope, namespace, name), privateKey);
      expect(opened.equals(bytes)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('seals for one label and for no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(label, { minLength: 3, maxLength: 3 }), (names) => {
      const [namespace, name, other] = names as [string, string, string];
      const value = Buffer.from('value');
      for (const scope of scopes) {
        const sealed = sealValue(value, sealedFor(scope, { namespace, name }), certificate);
        const right = labelOf(scope, namespace, name);
        const wrong = [other, `${namespace}/${other}`, `${other}/${name}`, namespace, ''];
        for (const candidate of wrong.filter((text) => text !== right)) {
          expect(() => unseal(sealed, candidate, privateKey)).toThrow('label');
        }
      }
    }),
    { numRuns: 20 },
  );
});

it('gives another ciphertext each time, and none that holds the value', () => {
  const value = Buffer.from('c4n4ry');
  const sealed = [1, 2, 3].map(() => sealValue(value, 'a/b', certificate));
  expect(new Set(sealed).size).toBe(3);
  for (const each of sealed) {
    expect(Buffer.from(each, 'base64').toString('latin1')).not.toContain('c4n4ry');
  }
});

it('leaves the value as it was', () => {
  const value = Buffer.from('value');
  sealValue(value, '*', certificate);
  expect(value.toString()).toBe('value');
});

it('notices every changed byte', () => {
  const sealed = Buffer.from(sealValue(Buffer.from('value'), 'a/b', certificate), 'base64');
  for (const at of [0, 1, 2, 100, 258, sealed.length - 17, sealed.length - 1]) {
    const broken = Buffer.from(sealed);
    broken[at]! ^= 1;
    expect(() => unseal(broken.toString('base64'), 'a/b', privateKey)).toThrow(
      /byte|label|separator|auth|modulus|data|length|RSA|offset/i,
    );
  }
});

it('is read with another key length, too', () => {
  const other = makeCertificate({ bits: 4096 });
  const sealed = sealValue(Buffer.from('value'), 'a', read(other.pem));
  expect(sealed.startsWith('Ag')).toBe(true);
  expect(unseal(sealed, 'a', other.privateKey).toString()).toBe('value');
});

it('tests with a certificate over the key that opens', () => {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  expect(certificate.publicKey.export({ format: 'jwk' })).toEqual(jwk);
});
