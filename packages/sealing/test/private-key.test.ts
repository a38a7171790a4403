import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { privateKeyProblem } from '../src/index.ts';

function rsa(modulusLength: number, type: 'pkcs1' | 'pkcs8'): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return privateKey.export({ type, format: 'pem' }).toString();
}

it('takes RSA keys of both forms', () => {
  expect(privateKeyProblem(rsa(2048, 'pkcs1'))).toBeUndefined();
  expect(privateKeyProblem(rsa(2048, 'pkcs8'))).toBeUndefined();
});

it('refuses what the controller cannot sign with', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const ed25519 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(privateKeyProblem(ed25519)).toBe('it is no RSA key');
  expect(privateKeyProblem(rsa(1024, 'pkcs8'))).toBe('it has fewer than 2048 bits');
  const cut = rsa(2048, 'pkcs1').replace(/\n.{64}\n/, '\n');
  expect(privateKeyProblem(cut)).toBe('its base64 text is no RSA key');
});
