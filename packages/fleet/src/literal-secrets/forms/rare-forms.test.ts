import { expect, it } from 'vitest';
import { plantedKey } from '../../testing/planted-secrets.ts';
import { maskSecrets } from '../mask-secrets.ts';

const login = btoa(`robot:${'Ab3'.repeat(5)}x`);
const account = (rest: object) => btoa(JSON.stringify({ ...rest, private_key: plantedKey('') }));

it.each<[string, string, string]>([
  ['auth: SECRET', login, 'the login of a registry'],
  ['{ auth: SECRET }', login.replace(/=+$/, ''), 'the login of a registry'],
  ['"AUTHORIZATION: basic SECRET"', login, 'the login of a registry'],
  ['Authorization: Basic SECRET', login.replace(/=+$/, ''), 'the login of a registry'],
  ['b: SECRET', account({ type: 'service_account' }), 'a private key in base64'],
  ['b: SECRET', `${'s'}.${'Ab3'.repeat(8)}`, 'a Vault token'],
  [
    'b: SECRET',
    btoa(`{"credsStore":"x","auths":{"h":{"password":"${'Ab3'.repeat(5)}"}}}`),
    'a docker configuration with a login in base64',
  ],
])('finds in %s what is encoded or out of use', (template, secret, what) => {
  const text = `a:\n  ${template}\n`;
  const start = text.indexOf('SECRET');
  const span = { file: 'fleet.yaml', start, end: start + secret.length };
  const { source, diagnostics } = maskSecrets({
    path: 'fleet.yaml',
    text: text.replace('SECRET', secret),
  });
  expect(diagnostics.map(({ message, primary }) => [message, primary?.span])).toEqual([
    [`this is ${what}, and a secret may not be written here`, span],
  ]);
  expect(source.text).not.toContain(secret.slice(4));
});
