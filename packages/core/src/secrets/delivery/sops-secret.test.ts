import { exampleFleet } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { compile } from '../../compile.ts';
import { compileExample } from '../../testing/compile-example.ts';

const home = 'actions-runner-system';
const path = 'secrets/github.sops.yaml';
const labels = {
  'app.kubernetes.io/name': 'actions-runner-controller',
  'app.kubernetes.io/instance': 'acme',
  'app.kubernetes.io/part-of': 'acme',
  'app.kubernetes.io/managed-by': 'fleetc',
};
const enc = (letter: string) =>
  `ENC[AES256_GCM,data:${letter.repeat(8)},iv:${'A'.repeat(43)}=,tag:${'B'.repeat(22)}==,type:str]`;

interface File {
  readonly name?: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly values?: string;
  readonly rest?: string;
}

function sops({ name = 'github', namespace = home, type, values, rest = '' }: File = {}): string {
  return `apiVersion: v1
kind: Secret
metadata:
    name: ${name}
    namespace: ${namespace}
    # kept for nobody
    labels:
        team: ci
${type === undefined ? '' : `type: ${type}\n`}${values ?? `stringData:\n    zeta: ${enc('Z')}\n    github_token: ${enc('A')}\n`}sops:
    age:
        - recipient: age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            YWdl
            -----END AGE ENCRYPTED FILE-----
    lastmodified: "2026-08-31T10:00:00Z"
    mac: ${enc('M')}
    encrypted_regex: ^(data|stringData)$
${rest}    version: 3.13.2
`;
}

const withToken = (ciphertext: string) =>
  sops({ values: `data:\n    github_token: ${ciphertext}\n` });

const macOnly = '    mac_only_encrypted: true\n';
const token = 'credentials:\n  github: { pat: { secret: { from: { sops: {} } } } }';
const twoNamespaces = `credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  bot: { pat: { secret: { from: { sops: { file: ${path} } } } } }
controller: { credentials: github, watch: cluster }
scopes:
  web: { repository: acme/web, credentials: bot }
pools:
  a: { scope: web, namespace: one }
  b: { scope: web, namespace: two }`;

async function problemOf(text: string | undefined, blocks = token): Promise<unknown> {
  const { diagnostics, bundle } = await compileExample(
    blocks,
    text === undefined ? {} : { [path]: text },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(bundle).toBeUndefined();
  expect(errors.map(({ code }) => code)).toEqual(['FLC5121']);
  return `${errors[0]!.message}; ${errors[0]!.fix}`.replace(`the SOPS file "${path}" `, '');
}

it('places a file whose checksum binds it byte for byte', async () => {
  const text = sops();
  const { secrets, bundle } = await compileExample(token, { [path]: text });
  const item = secrets.get(`${home}/github`)!;
  expect(item.encrypted).toEqual({ by: 'sops', text });
  expect(item.object).toMatchObject({ kind: 'Secret', metadata: { name: 'github' } });
  expect(bundle!.deliveredSecrets).toMatchObject([
    {
      name: 'github',
      namespace: home,
      by: 'sops',
      keys: ['github_token', 'zeta'],
      origin: `SOPS file "${path}"`,
    },
  ]);
});

it('gives a file whose checksum leaves it its name, namespace and labels, and keeps every other byte', async () => {
  const text = sops({ name: 'x', namespace: 'y', rest: macOnly });
  const { secrets } = await compileExample(
    `metadata: { name: acme, labels: { team: build }, annotations: { note: text } }\n${twoNamespaces}`,
    { [path]: text },
  );
  expect([...secrets.keys()]).toEqual(['one/bot', 'two/bot']);
  const { object, encrypted } = secrets.get('two/bot')!;
  const metadata = {
    name: 'bot',
    namespace: 'two',
    labels: { ...labels, team: 'build' },
    annotations: { note: 'text' },
  };
  expect(object.metadata).toEqual(metadata);
  const block = [
    'metadata:',
    '  name: bot',
    '  namespace: two',
    '  labels:',
    '    app.kubernetes.io/instance: acme',
    '    app.kubernetes.io/managed-by: fleetc',
    '    app.kubernetes.io/name: actions-runner-controller',
    '    app.kubernetes.io/part-of: acme',
    '    team: build',
    '  annotations:',
    '    note: text',
    '',
  ].join('\n');
  const start = text.indexOf('metadata:');
  const end = text.indexOf('stringData:');
  expect(encrypted!.text).toBe(text.slice(0, start) + block + text.slice(end));
});

it('keeps line ends of another system', async () => {
  const text = sops({ rest: macOnly }).replaceAll('\n', '\r\n');
  const { secrets } = await compileExample(token, { [path]: text });
  const { encrypted } = secrets.get(`${home}/github`)!;
  expect(encrypted!.text).toContain('kind: Secret\r\n');
  expect(encrypted!.text).toContain(`github_token: ${enc('A')}\r\n`);
});

it('refuses a second namespace that the checksum does not allow', async () => {
  expect(await problemOf(sops({ name: 'bot', namespace: 'one' }), twoNamespaces)).toBe(
    'is needed in several namespaces ("one/bot" and "two/bot"), and its checksum binds it to one; encrypt it again with "mac_only_encrypted: true", which leaves the namespace to fleetc',
  );
});

it.each<[string, string | undefined, string]>([
  ['is missing', undefined, 'cannot be read: no such file or folder'],
  ['is no YAML', 'a: [', 'is not one YAML document'],
  ['is empty', '', 'is not one YAML document'],
  ['has two documents', `${sops()}---\n${sops()}`, 'is not one YAML document'],
  ['is a list', '- a\n', 'is not a map'],
  ['is another kind', sops().replace('kind: Secret', 'kind: ConfigMap'), 'is no Secret'],
  [
    'was never encrypted',
    sops({ values: 'data:\n    github_token: cGxhaW4=\n' }).replace(/^sops:[^]*$/m, ''),
    `is not encrypted: it has no block "sops" with a checksum; run "sops encrypt --in-place --encrypted-regex '^(data|stringData)$' --mac-only-encrypted ${path}", and revoke`,
  ],
  ['has no block of SOPS', sops().replace(/sops:[^]*$/, ''), 'is cut off: it has encrypted values'],
  ['ends before its checksum', sops().replace(/ {4}mac:[^]*$/, ''), 'is cut off: it has encrypted'],
  [
    'has a damaged checksum',
    sops().replace(enc('M'), enc('M').slice(0, 30)),
    'has a damaged checks',
  ],
  ['has a cut value', withToken(enc('A').slice(0, 40)), 'has damaged ciphertext: "github_token"'],
  ['has no base64', withToken(enc('A').replace('AAAA', 'A!AA')), 'has damaged ciphertext'],
  ['has a short text in base64', withToken(enc('A').replace('AAAA', 'AAA')), 'has damaged cipher'],
  ['has a short iv', withToken(enc('A').replace('iv:AAAA', 'iv:')), 'has damaged ciphertext'],
  ['has a short tag', withToken(enc('A').replace('tag:BBBB', 'tag:')), 'has damaged ciphertext'],
  ['has no text', withToken(enc('A').replace(/data:A+/, 'data:')), 'has damaged ciphertext'],
  ['has encrypted metadata', sops({ name: enc('N') }), 'has its kind or metadata encrypted'],
  ['has an encrypted kind', sops().replace('kind: Secret', `kind: ${enc('K')}`), 'has its kind'],
  ['has no metadata', sops().replace(/metadata:[^]*?stringData/, 'stringData'), 'has no metadata'],
  ['has another name', sops({ name: 'x' }), `is the Secret "${home}/x", and "${home}/github"`],
  ['has another namespace', sops({ namespace: 'x' }), `is the Secret "x/github", and`],
  ['has another type', sops({ type: 'kubernetes.io/tls' }), 'is a Secret of type'],
  ['lacks a key', sops({ values: `data:\n    token: ${enc('A')}\n` }), 'lacks "github_token"'],
  [
    'holds an App, too',
    sops({ values: `data:\n    github_token: ${enc('A')}\n    github_app_id: ${enc('B')}\n` }),
    'holds "github_app_id", too',
  ],
  ['lacks values', sops({ values: '' }), 'lacks "github_token"'],
  ['has an empty value', sops({ values: 'data:\n    github_token: ""\n' }), 'has no value for'],
  [
    'is laid out in another way',
    sops({ rest: macOnly }).replace(
      /metadata:[^]*?stringData/,
      'metadata: { name: github }\nstringData',
    ),
    'is not laid out as SOPS writes it',
  ],
])('refuses a file that %s', async (_, text, words) => {
  expect(await problemOf(text)).toContain(words);
});

it('never shows a value that somebody forgot to encrypt', async () => {
  const canary = 'correct-horse-battery';
  const values = `data:\n    github_token: ${canary}\nstringData:\n    zeta: ${enc('Z')}\n`;
  for (const rest of ['', macOnly]) {
    const { diagnostics, bundle } = await compileExample(token, { [path]: sops({ values, rest }) });
    expect(JSON.stringify([diagnostics, bundle ?? null])).not.toContain(canary);
    expect(diagnostics.map(({ message }) => message)).toContain(
      `the SOPS file "${path}" has values that are not encrypted: "github_token"`,
    );
  }
});

it('never shows a secret that stands where no value is expected', async () => {
  // In two parts, so that this file holds nothing that looks like one.
  const canary = `${'gh'}p_${'canary0123'.repeat(3)}abcdef`;
  const { diagnostics, bundle } = await compileExample(token, { [path]: sops({ name: canary }) });
  expect(JSON.stringify([diagnostics, bundle ?? null])).not.toContain(canary);
  expect(diagnostics.map(({ code }) => code)).toContain('FLC5121');
});

it('names the line of a secret that everybody can read', async () => {
  const canary = `${'gh'}p_${'canary0123'.repeat(3)}abcdef`;
  const text = sops().replace('team: ci', `team: ${canary}`);
  expect(await problemOf(text)).toBe(
    'holds a secret in line 8 that everybody can read; take it out with "sops edit", and revoke it when others have seen it',
  );
});

it('asks for every key, because it can add none', async () => {
  const app = `credentials:\n  github: { app: { id: 1, installationId: 2, secret: { from: { sops: {} } } } }`;
  const values = `data:\n    github_app_private_key: ${enc('A')}\n`;
  expect(await problemOf(sops({ values }), app)).toContain(
    'lacks "github_app_id" and "github_app_installation_id"',
  );
});

it('knows the lines behind what it sets', async () => {
  const blocks = `metadata: { name: acme, labels: { team: ci } }\ncredentials:\n  github: { pat: { secret: { name: gh, from: { sops: { file: ${path} } } } } }`;
  const { secrets, writtenAt } = await compileExample(blocks, { [path]: sops({ rest: macOnly }) });
  const item = secrets.get(`${home}/gh`)!;
  expect(writtenAt(item, ['metadata', 'name'])).toBe('gh');
  expect(writtenAt(item, ['metadata', 'labels', 'team'])).toBe('ci');
  expect(writtenAt(item, ['stringData', 'github_token'])).toBe(path);
  expect(writtenAt(item, ['kind'])).toBe(path);
});

it('reads a file once, however many environments share it', async () => {
  const text = `${exampleFleet(token)}environments: { staging: {}, production: {} }\n`;
  const asked: string[] = [];
  const { environments } = await compile(
    { path: 'fleet.yaml', text },
    {
      readFile(name) {
        asked.push(name);
        return name === path ? { text: sops() } : { failure: 'missing', isMissing: true };
      },
    },
  );
  expect(environments.map(({ bundle }) => bundle!.deliveredSecrets.length)).toEqual([1, 1]);
  expect(asked.filter((name) => name === path)).toEqual([path]);
});

it('takes every file for missing when there is nothing to read with', async () => {
  const { diagnostics } = await compile({ path: 'fleet.yaml', text: exampleFleet(token) });
  expect(diagnostics.map(({ code }) => code)).toContain('FLC5121');
});
