import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { readCertificate, sealedFor, type SealingScope, sealValue } from '../src/index.ts';
import { unseal } from '../test/decoders/unseal.ts';
import { makeCertificate } from '../test/support/make-certificate.ts';
import { needsTool } from './run-tool.ts';

const { pem, privateKey } = makeCertificate();
const folder = mkdtempSync(join(tmpdir(), 'fleetc-kubeseal-'));
const keyFile = join(folder, 'key.pem');
const certificateFile = join(folder, 'certificate.pem');
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(certificateFile, pem);

const reading = readCertificate(pem);
if ('problem' in reading) throw new Error(reading.problem);
const { certificate } = reading;

const annotations: Readonly<Record<SealingScope, object>> = {
  strict: {},
  namespace: { 'sealedsecrets.bitnami.com/namespace-wide': 'true' },
  cluster: { 'sealedsecrets.bitnami.com/cluster-wide': 'true' },
};

function sealedSecret(encryptedData: object, place: object, scope: SealingScope): string {
  const metadata = { ...place, annotations: annotations[scope] };
  const spec = { encryptedData, template: { metadata } };
  return JSON.stringify({
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata,
    spec,
  });
}

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1000 }),
);

it('gives kubeseal what it opens, in every scope', (context) => {
  const kubeseal = needsTool(context, 'kubeseal');
  const place = fc.record({ namespace: label, name: label });
  const values = fc.dictionary(fc.stringMatching(/^[-_a-z][-_.a-z]{0,19}$/), text, {
    minKeys: 1,
    maxKeys: 5,
  });
  const scopes = fc.constantFrom<SealingScope>('strict', 'namespace', 'cluster');
  fc.assert(
    fc.property(place, values, scopes, (at, plain, scope) => {
      const sealed = Object.entries(plain).map(
        ([key, value]) =>
          [key, sealValue(Buffer.from(value), sealedFor(scope, at), certificate)] as const,
      );
      const opened = kubeseal(['--recovery-unseal', '--recovery-private-key', keyFile], {
        input: sealedSecret(Object.fromEntries(sealed), at, scope),
      });
      const { data } = JSON.parse(opened) as { data: Record<string, string> };
      const expected = Object.entries(plain).map(([key, value]) => [
        key,
        Buffer.from(value).toString('base64'),
      ]);
      expect(data).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 15 },
  );
});

it('binds a value to its place as kubeseal does', (context) => {
  const kubeseal = needsTool(context, 'kubeseal');
  const sealed = { key: sealValue(Buffer.from('value'), 'ns/name', certificate) };
  const moved = sealedSecret(sealed, { namespace: 'ns', name: 'other' }, 'strict');
  expect(() =>
    kubeseal(['--recovery-unseal', '--recovery-private-key', keyFile], { input: moved }),
  ).toThrow('no key could decrypt secret');
});

it('reads what kubeseal seals with its own decoder', (context) => {
  const kubeseal = needsTool(context, 'kubeseal');
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'name', namespace: 'ns' },
    stringData: { key: 'välue' },
  };
  const output = kubeseal(['--cert', certificateFile, '--format', 'yaml'], {
    input: JSON.stringify(secret),
  });
  const { spec } = load(output) as { spec: { encryptedData: { key: string } } };
  const opened = unseal(
    spec.encryptedData.key,
    'ns/name',
    createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
  expect(opened.toString()).toBe('välue');
});
