import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { findSuspicious } from './find-suspicious.ts';
import { isSuspiciousKey } from './is-suspicious-key.ts';
import { looksRandom } from './looks-random.ts';

const random = 'k9Fz2qLx7Wv4Rt8B';

it.each([
  ['password', 'DB_PASSWORD', 'db-password', 'dbPassword', 'PASSWORD_2', 'passwd', 'PGPWD'],
  ['secret', 'clientSecret', 'CLIENT_SECRET', 'client.secret'],
  ['token', 'NPM_TOKEN', 'authToken', 'GH_PAT', 'pat'],
  ['apiKey', 'API_KEY', 'access_key', 'secretAccessKey', 'private-key', 'credentials'],
  ['passwords', 'API_TOKENS', 'client-secrets', 'apiKeys', 'credential'],
])('takes %s and its like for the key of a secret', (...keys) => {
  for (const key of keys) expect([key, isSuspiciousKey(key)]).toEqual([key, true]);
});

it.each([
  ['passwordFile', 'secretName', 'tokenPath', 'PASSWORD_LENGTH', 'secretKeyRef', 'TOKEN_TTL'],
  ['existingSecret', 'imagePullSecrets', 'tlsSecret', 'githubConfigSecret'],
  ['key', 'publicKey', 'cacheKey', 'PATH', 'PAT_H', 'compat', 'monkey', 'labels'],
])('takes neither %s nor its like for one', (...keys) => {
  for (const key of keys) expect([key, isSuspiciousKey(key)]).toEqual([key, false]);
});

it.each([
  random,
  'p4$$w0rd!Xq7-Zt2Kf',
  '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'Zm9vYmFyMTIzNDU2Nzg5QUJDREVG',
])('takes %s for a secret', (value) => {
  expect(looksRandom(value)).toBe(true);
});

it.each([
  '',
  'changeme',
  'correct horse battery staple 42',
  '$(DB_PASSWORD_FROM_SECRET_1)',
  '${DB_PASSWORD_FROM_SECRET_1}',
  '{{ .Values.password }}',
  '<your password for 2026>',
  'admin-password-of-the-2nd-database',
  'AdminPasswordOfThe2ndDatabase1',
  'ADMIN_PASSWORD_OF_DATABASE_12',
  'robot@acme-ci-123456.iam.gserviceaccount.com',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-Ab12Cd',
  'https://vault.example.com/v1/Secret/Data/abc123',
  '/var/run/secrets/kubernetes.io/serviceaccount/token1',
  './secrets/App2026/Key1.pem',
  'vault:secret/data/ci#Token2026x',
  'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
  '2026-01-02T03:04:05Z',
  'v1.2.3-rc.1+build.20260102',
  'xxxxxxxxxxxxxxxxxxxx',
  '00000000000000000000000000000000',
  `AgB${random.repeat(30)}`,
])('takes %j for no secret', (value) => {
  expect(looksRandom(value)).toBe(false);
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const drawn = (unit: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...unit), minLength, maxLength });

it.each([
  [letters, 24, 0.93],
  [`${letters}+/=!%`, 40, 0.98],
  ['0123456789abcdef', 32, 0.99],
])('takes what is drawn at random from %s for a secret, %d characters long', (unit, size, rate) => {
  const texts = fc.sample(fc.noBias(drawn(unit, size, size)), { numRuns: 2000, seed: 4 });
  const found = texts.filter((text) => looksRandom(text));
  expect(found.length / texts.length).toBeGreaterThan(rate);
});

const dnsName = fc
  .array(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'))
  .filter((name) => !/^[0-9a-f]{32,}$/.test(name));
const word = fc.constantFrom('production', 'Build', 'runner', 'token', 'west', '1', '2026');

const innocent = fc.oneof(
  dnsName,
  fc.uuid(),
  fc.webUrl(),
  fc.tuple(dnsName, drawn('0123456789abcdef', 64, 64)).map(([a, b]) => `ghcr.io/${a}@sha256:${b}`),
  fc.tuple(dnsName, dnsName, drawn(letters, 1, 20)).map(([a, b, c]) => `${a}/${b}:${c}`),
  drawn('0123456789abcdef', 64, 64).map((hex) => `sha256:${hex}`),
  drawn(letters, 1, 60).map((name) => `$(${name})`),
  drawn(letters, 1, 15),
  drawn('0123456789.', 1, 60),
  fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join('')),
  fc.array(drawn(letters, 1, 12), { minLength: 2 }).map((words) => `/${words.join('/')}`),
);

it('takes names, digests, images, addresses, paths and references for none', () => {
  fc.assert(
    fc.property(innocent, (value) => {
      expect(looksRandom(value)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

it.each<[string, string, readonly (string | number)[]]>([
  ['a variable', 'env: { DB_PASSWORD: VALUE }', ['env', 'DB_PASSWORD']],
  ['the long form', 'env: { DB_PASSWORD: { value: VALUE } }', ['env', 'DB_PASSWORD', 'value']],
  ['a variable of a pod', 'env: [{ name: TOKEN, value: VALUE }]', ['env', 0, 'value']],
  ['a chart value', 'values: { a: [{ apiKey: VALUE }] }', ['values', 'a', 0, 'apiKey']],
])('finds it in %s', (_, text, path) => {
  const yaml = text.replace('VALUE', random);
  expect(findSuspicious(yaml, parse(yaml)).map((found) => found.path)).toEqual([path]);
});

it.each([
  'from: { externalSecret: { key: VALUE, property: token } }',
  'from: { vaultSecret: { fields: { password: VALUE } } }',
  'sealedSecret: { sealed: { "*": { github_token: VALUE } } }',
  'env: { BUILD_ID: VALUE }',
  'env: [{ name: BUILD_ID, value: VALUE }]',
])('lets %s be', (text) => {
  const yaml = `token: short\n${text.replace('VALUE', random)}`;
  expect(findSuspicious(yaml, parse(yaml))).toEqual([]);
});
