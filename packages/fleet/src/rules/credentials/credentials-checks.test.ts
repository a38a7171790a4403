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
