import { expect, it } from 'vitest';
import { findInExample } from '../../testing/find-in-example.ts';
import { credentialsChecks } from './credentials-checks.ts';

async function found(blocks: string): Promise<string[][]> {
  const all = await findInExample(credentialsChecks, blocks);
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const existing = 'from: { existing: true }';
const one = `credentials:\n  one: { pat: { secret: { name: s, ${existing} } } }\n`;
const used =
  'controller: { credentials: one }\nscopes:\n  web: { repository: acme/web, credentials: two }\n';

it.each<[string, string, string[][]]>([
  ['two tokens', `  two: { pat: { secret: { name: s, ${existing} } } }\n${used}`, []],
  [
    'a token and an App',
    `  two: { app: { id: 1, installationId: 2, secret: { name: s, ${existing} } } }\n${used}`,
    [['FLC4111', 'secret', 'secret']],
  ],
  [
    'an App that fleetc writes, which is another mistake',
    `  two: { app: { id: 1, installationId: 2, secret: { name: s, from: { env: KEY } } } }\n${used}`,
    [['FLC4106', 'secret', 'secret']],
  ],
  [
    'a pull secret',
    `  two: { registry: { server: docker.io, secret: { name: s, ${existing} } } }\nregistry: { pullSecrets: [two] }\n`,
    [['FLC4111', 'secret', 'secret']],
  ],
])('judges one Secret for a token and %s', async (_, blocks, expected) => {
  expect(await found(one + blocks)).toEqual(expected);
});

it.each<[string, string[][]]>([
  ['env: { T: { secret: { name: github, key: x } } }', [['FLC4112', 'github', 'github']]],
  ['envFrom: { all: { secret: { name: github } } }', [['FLC4112', 'github', 'github']]],
  [
    'volumes: { v: { mountPath: /v, secret: { name: github } } }',
    [['FLC4112', 'github', 'github']],
  ],
  ['envFrom: { all: { configMap: { name: github } } }', []],
  ['volumes: { v: { mountPath: /v, secret: { name: other } } }', []],
])('sees whether jobs can read the credential: %s', async (fields, expected) => {
  expect(await found(`pools:\n  ci: { scope: web, ${fields} }\n`)).toEqual(expected);
});

const login = (fields: string) =>
  `secrets: { store: vault, vault: { mount: kv } }\ncredentials:\n  github: { pat: { secret: { from: { existing: true } } } }\n  hub: { registry: { server: docker.io, secret: { from: { ${fields} } } } }\nregistry: { pullSecrets: [hub] }\n`;

it.each<[string, string[][]]>([
  ['externalSecret: {}', [['FLC4105', 'registry']]],
  ['vaultSecret: {}', [['FLC4105', 'registry']]],
  ['env: HUB', [['FLC4105', 'registry']]],
  ['externalSecret: { fields: { username: { property: u } } }', []],
  ['vaultSecret: { fields: { username: u } }', []],
  ['externalSecret: { fields: { .dockerconfigjson: { property: c } } }', []],
  ['vaultSecret: { fields: { .dockerconfigjson: c } }', []],
  ['sealedSecret: {}', []],
  ['sops: {}', []],
])('knows where the user name of a login is: %s', async (from, expected) => {
  expect(await found(login(from))).toEqual(expected);
});

it.each<[string, string[][]]>([
  ['{ username: u, password: p }', []],
  ['{ username: u, pasword: p }', [['FLC4121', 'pasword']]],
  [
    '{ username: u, password: p, .dockerconfigjson: c }',
    [
      ['FLC4121', 'username'],
      ['FLC4121', 'password'],
    ],
  ],
])('reports fields of a login that nothing reads: %s', async (fields, expected) => {
  expect(await found(login(`vaultSecret: { fields: ${fields} }`))).toEqual(expected);
});

it('reports fields of a webhook that nothing reads', async () => {
  const blocks =
    'secrets: { store: vault }\ncontroller:\n  webhookServer: { secret: { name: h, from: { externalSecret: { fields: { github_token: { property: t } } } } } }\n';
  expect(await found(blocks)).toEqual([['FLC4121', 'github_token']]);
});

it.each<[string, string[][]]>([
  ['entry: data/ci', [['FLC4122', 'data/ci']]],
  ['entry: data/ci, type: kv-v1', []],
  ['entry: database/ci', []],
])('reads a path of Vault as the operator does: %s', async (fields, expected) => {
  const blocks = `secrets: { vault: { mount: kv } }\ncredentials:\n  github: { pat: { secret: { from: { vaultSecret: { ${fields} } } } } }\n`;
  expect(await found(blocks)).toEqual(expected);
});

it.each(['externalSecret: {}', 'vaultSecret: {}', 'sealedSecret: {}', 'sops: {}', 'env: B'])(
  'lets no two sources make one Secret: %s',
  async (from) => {
    const blocks = `secrets: { store: vault, vault: { mount: kv } }\n${one}  two: { pat: { secret: { name: s, from: { ${from} } } } }\n${used}`;
    expect(await found(blocks)).toEqual([['FLC4106', 'secret', 'secret']]);
  },
);

it.each<[string, string[][]]>([
  ['env: HUB', [['FLC4127', "'a:b'"]]],
  ['sops: {}', [['FLC4127', "'a:b'"]]],
  ['existing: true', []],
])('refuses a user name with a colon in a login of %s', async (source, expected) => {
  const hub = `hub: { registry: { server: docker.io, username: 'a:b', secret: { from: { ${source} } } } }`;
  const github = `github: { pat: { secret: { ${existing} } } }`;
  const blocks = `credentials:\n  ${github}\n  ${hub}\nregistry: { pullSecrets: [hub] }\n`;
  expect(await found(blocks)).toEqual(expected);
});

it.each<[string, string, string[]]>([
  [
    'default: vaultSecret, vault: { mount: kv }, store: corp, property: value',
    '{}',
    ['property', 'store'],
  ],
  ['default: existing, keyPrefix: ci/, refresh: 2h', '{}', ['keyPrefix', 'refresh']],
  ['default: externalSecret, store: corp, vault: { mount: kv }', '{}', ['vault']],
  ['default: existing, store: corp', '{ secret: { from: { externalSecret: {} } } }', []],
  ['store: corp', `{ secret: { ${existing} } }`, []],
])('tells of defaults that no Secret reads: %s', async (defaults, pat, keys) => {
  const all = await found(`secrets: { ${defaults} }\ncredentials:\n  github: { pat: ${pat} }\n`);
  expect(all.map(([code, at]) => [code, at]).sort()).toEqual(keys.map((key) => ['FLC4128', key]));
});

it('leaves the defaults to the environments that read them', async () => {
  const override = 'environments:\n  lab: { override: { secrets: { default: existing } } }\n';
  const defaults = 'secrets: { default: externalSecret, store: corp }\n';
  expect(await found(`${defaults}credentials:\n  github: { pat: {} }\n${override}`)).toEqual([]);
});
