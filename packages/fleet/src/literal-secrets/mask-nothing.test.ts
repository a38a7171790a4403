import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const path = 'fleet.yaml';

it.each([
  `${'gh'}p`,
  `${'gh'}p_short`,
  `the prefix ${'gh'}p_ and what follows`,
  `my${'gh'}p_${'a'.repeat(30)}`,
  `${'github'}_pat`,
  'ASIA and AKIA',
  `AKIA${'a'.repeat(16)}`,
  'robot$ci',
  'user@host',
  'git@github.com:acme/web.git',
  'https://proxy.example.com:3128',
  'https://proxy.example.com:3128/@scope/pkg',
  'https://user@host:8443/a:b@c',
  'ghcr.io/acme/runner:1.2@sha256:0123456789abcdef',
  'docker://alpine:3.20@sha256:0123456789abcdef',
  'http://$(PROXY_USER):$(PROXY_PASSWORD)@proxy:3128',
  'http://user:${PASSWORD}@proxy:3128',
  'http://user:<password>@proxy:3128',
  '{{host}}/{{project}}/{{path}}',
  `sha256:${'0123456789abcdef'.repeat(4)}`,
  '-----BEGIN CERTIFICATE-----',
  `-----BEGIN PUBLIC ${'KEY'}-----`,
  'controller-manager',
  '12345678901234567890',
  'basic AuthenticationOfUsers',
  's.AbcdefghijklmnopqrstuvwxY',
  'a.s.Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3',
  '{ auth: ArcVault1 }',
  'github_token',
  '{ github_token: "" }',
  '{ github_token: null, github_app_id: "12345" }',
  '1 # github_token: the key that ARC reads',
  ...['AQ', 'AU', 'Ag', 'Aw', 'BA'].map(
    (begin) => `{ github_token: ${begin}${'A1b/'.repeat(80)} }`,
  ),
  '{ externalSecret: { fields: { github_token: { property: token } } } }',
  '\n  externalSecret:\n    fields:\n      github_token:\n        property: token',
  '{ vaultSecret: { fields: { github_app_id: id, github_app_private_key: pem } } }',
  '\n  vaultSecret:\n    fields:\n      github_app_id: id\n      github_app_private_key: pem',
  '{ my_github_token: changeme }',
])('leaves %s alone', (text) => {
  const source = { path, text: `a: ${text}\n` };
  expect(maskSecrets(source)).toEqual({ source, masked: [], diagnostics: [] });
});

it.each([
  `${'gh'}p_${'x'.repeat(36)}`,
  `${'gh'}p_your_token_here`,
  `${'github'}_pat_${'x'.repeat(82)}`,
  `${'AK'}IAIOSFODNN7EXAMPLE`,
  'AWS_SECRET_ACCESS_KEY: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'AGE-SECRET-KEY-1XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
  `age1${'ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'}`,
  `ENC[AES256_GCM,data:${'Ab3/+'.repeat(20)},iv:${'Ab3='.repeat(4)},tag:x,type:str]`,
  `{ github_app_private_key_sealed: AgB${'y8+/'.repeat(80)} }`,
  '{ auth: arc/vault-auth }',
  '{ auth: robotica }',
  `'{"auths":{"{{ .host }}":{"username":"{{ .user }}","password":"{{ .password }}"}}}'`,
  '{ commit: 0f1e2d3c4b0f1e2d3c4b0f1e2d3c4b0f1e2d3c4b }',
  `{ token: ghcr.io/a/b@sha256:${'0f1e2d3c4b5a6978'.repeat(4)} }`,
  'glrt-runners-of-the-build-team-in-europe',
  'hvs.vault-in-the-second-data-centre.example.com',
])('takes %s for no secret', (text) => {
  const source = { path, text: `a: ${text}\n` };
  expect(maskSecrets(source)).toEqual({ source, masked: [], diagnostics: [] });
});

const dnsLabel = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const innocent = fc.oneof(
  dnsLabel,
  fc.array(dnsLabel, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  fc.tuple(dnsLabel, digest).map(([name, hex]) => `ghcr.io/acme/${name}@sha256:${hex}`),
  fc.uuid(),
  fc.stringMatching(/^[0-9a-f]{40}$/).map((hex) => `acme/action@${hex}`),
  fc.webUrl(),
  fc.uint8Array({ minLength: 200, maxLength: 400 }).map((bytes) => btoa(latin1(bytes))),
  fc
    .uint8Array({ minLength: 40, maxLength: 80 })
    .map((b) => `ENC[AES256_GCM,data:${btoa(latin1(b))}]`),
);

function latin1(bytes: Uint8Array): string {
  return String.fromCodePoint(...bytes);
}

it('leaves names, digests, addresses and ciphertext alone', () => {
  const key = fc.constantFrom('image', 'name', 'url', 'id', 'auth', 'secret', 'sealed', 'key');
  fc.assert(
    fc.property(key, innocent, (name, value) => {
      const source = { path, text: `${name}: ${value}\n` };
      expect(maskSecrets(source)).toEqual({ source, masked: [], diagnostics: [] });
    }),
    { numRuns: 500 },
  );
});
