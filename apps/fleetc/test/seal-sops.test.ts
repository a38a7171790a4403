import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { openAge } from '../../../packages/sealing/test/decoders/open-age.ts';
import { openSops, type SopsDocument } from '../../../packages/sealing/test/decoders/open-sops.ts';
import { makeAgeKey } from '../../../packages/sealing/test/support/make-age-key.ts';
import { plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';
import { appKey, seal, token, unsealed } from './support/sealing.ts';

const key = makeAgeKey();
const other = makeAgeKey();
const both = ['--age-recipient', key.recipient, '--age-recipient', other.recipient];
const file = 'secrets/github.sops.yaml';

const fleetOfFiles = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
secrets:
  default: sops
  sops: { folder: encrypted, recipients: [${key.recipient}] }
controller: { credentials: github, watch: cluster }
registry: { pullSecrets: [hub] }
credentials:
  github: { pat: {} }
  web-app:
    app: { id: 12345, installationId: 67890, secret: { name: web } }
  hub:
    registry: { server: harbor.example.com, username: ci, secret: { from: { sops: { file: hub.enc.yaml } } } }
scopes:
  web: { repository: acme/web, credentials: web-app }
pools:
  ci: { namespace: one, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
  cd: { namespace: two, replicas: 1, resources: { requests: { cpu: 500m, memory: 1Gi } } }
`;

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function open(folder: string, name: string): Record<string, string> {
  const values = openSops(read(folder, name), (armored) => openAge(armored, key.privateKey));
  return Object.fromEntries([...values].map(([at, bytes]) => [at, bytes.toString()]));
}

it('writes an encrypted Secret and tells the fleet of it', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  const { code, stderr } = seal(folder, ['github', '--sops', ...both]);
  expect([code, stderr]).toEqual([
    0,
    `${file}: encrypted credential "github" for 2 recipients\nfleet.yaml: credential "github" comes from ${file}\n`,
  ]);
  expect(open(folder, file)).toEqual({ github_token: token });
  expect(read(folder, 'fleet.yaml')).toBe(
    unsealed.replace('controller-manager }', 'controller-manager, from: { sops: {} } }'),
  );
  expect(runFleetc(folder, ['check'])).toMatchObject({ code: 0 });
});

it('puts every key of a Secret into the file that the fleet names, and leaves the fleet alone', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetOfFiles });
  expect(seal(folder, ['github'])).toMatchObject({ code: 0 });
  expect(seal(folder, ['web-app'], { input: appKey })).toMatchObject({ code: 0 });
  expect(seal(folder, ['hub']).stderr).toMatch(
    /^hub\.enc\.yaml: encrypted credential "hub" for 1 recipient\nnote: with one recipient, /,
  );
  expect(read(folder, 'fleet.yaml')).toBe(fleetOfFiles);
  expect(open(folder, 'encrypted/web-app.sops.yaml')).toEqual({
    github_app_id: '12345',
    github_app_installation_id: '67890',
    github_app_private_key: appKey,
  });
  const { metadata, type, stringData } = load(read(folder, 'hub.enc.yaml')) as SopsDocument;
  expect(metadata).toEqual({
    name: 'hub',
    namespace: 'actions-runner-system',
    annotations: { 'fleetc.dev/sealed-for': '{"server":"harbor.example.com","username":"ci"}' },
  });
  expect([type, Object.keys(stringData)]).toEqual([
    'kubernetes.io/dockerconfigjson',
    ['.dockerconfigjson'],
  ]);
  expect(JSON.parse(open(folder, 'hub.enc.yaml')['.dockerconfigjson']!)).toMatchObject({
    auths: { 'harbor.example.com': { username: 'ci', password: token } },
  });
  expect(runFleetc(folder, ['build'])).toMatchObject({ code: 0 });
});

it('leaves a mark by which a later change beside the value is found, and none in the tree', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetOfFiles });
  for (const name of ['github', 'hub']) seal(folder, [name]);
  seal(folder, ['web-app'], { input: appKey });
  expect(runFleetc(folder, ['build']).code).toBe(0);
  const tree = join(folder, 'build/10-secrets');
  for (const name of readdirSync(tree).filter((each) => each.endsWith('.sops.yaml'))) {
    expect(readFileSync(join(tree, name), 'utf8')).not.toContain('sealed-for');
  }
  writeFileSync(join(folder, 'fleet.yaml'), fleetOfFiles.replace('username: ci', 'username: cd'));
  expect(runFleetc(folder, ['check']).stderr).toContain('warning[FLC5124]');
});

it('keeps a file that is there and encrypts it again when asked', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  seal(folder, ['github', '--sops', ...both]);
  const first = read(folder, file);
  expect(seal(folder, ['github'], { input: '' })).toMatchObject({
    code: 0,
    stderr: `${file}: kept what credential "github" has; no value was read, --reseal encrypts a new one\n`,
  });
  expect(read(folder, file)).toBe(first);
  expect(seal(folder, ['github', '--reseal', ...both]).code).toBe(0);
  expect(read(folder, file)).not.toBe(first);
  expect(open(folder, file)).toEqual({ github_token: token });
  expect(readFileSync(join(folder, file)).length).toBe(first.length);
});

it('says which keys a kept file lacks', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  seal(folder, ['github', '--sops', ...both]);
  const app = unsealed.replace(
    'pat: { secret: {',
    'app: { id: 1, installationId: 2, secret: { from: { sops: {} },',
  );
  writeFileSync(join(folder, 'fleet.yaml'), app);
  expect(seal(folder, ['github']).stderr.replaceAll(/\s+/g, ' ')).toContain(
    'though it lacks github_app_id, github_app_installation_id, github_app_private_key;',
  );
});

it('gives an environment a file of its own', () => {
  const fleet = `${unsealed.replace('name: controller-manager', 'from: { existing: true }')}environments: { production: {}, staging: {} }\n`;
  const folder = makeFolder({ 'fleet.yaml': fleet });
  expect(seal(folder, ['github', '--sops', '--env', 'staging', ...both]).code).toBe(0);
  expect(open(folder, 'secrets/github.staging.sops.yaml')).toEqual({ github_token: token });
  expect(read(folder, 'fleet.yaml')).toBe(
    fleet.replace(
      'staging: {}',
      'staging: { override: { credentials: { github: { pat: { secret: { from: { sops: { file: secrets/github.staging.sops.yaml } } } } } } } }',
    ),
  );
});

it('leaves the file that other environments share, and tells what a new one lacks', () => {
  const folder = makeFolder({
    'fleet.yaml': `${unsealed}environments: { production: {}, staging: {} }\n`,
  });
  seal(folder, ['github', '--sops', ...both, ...both]);
  const shared = read(folder, file);
  const args = ['github', '--env', 'staging', '--reseal', ...both];
  expect(seal(folder, args).stderr).toBe(
    `secrets/github.staging.sops.yaml: encrypted credential "github" for 2 recipients\nfleet.yaml: credential "github" comes from secrets/github.staging.sops.yaml\n`,
  );
  expect(read(folder, file)).toBe(shared);
  const more = shared.replace('stringData:\n', 'stringData:\n    "other": "ENC[x]"\n');
  writeFileSync(join(folder, file), more);
  expect(seal(folder, ['github', '--reseal', ...both]).stderr).toContain(
    `\n${file}: removed other, which is no part of credential "github"\n`,
  );
  expect(runFleetc(folder, ['check'])).toMatchObject({ code: 0 });
});

it.each([
  ['an SSH key', 'ssh-ed25519 AAAAC3Nz', 'it is an SSH key'],
  [
    'a plugin',
    'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t',
    'the age plugin "yubikey"',
  ],
  ['a slip', key.recipient.slice(0, -2), 'it is damaged'],
  ['something else', 'team-a', 'it is no age recipient'],
])('refuses %s as a recipient', (_name, recipient, problem) => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  const { code, stderr } = seal(folder, ['github', '--sops', '--age-recipient', recipient]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[FLC6914\]: the recipient in --age-recipient cannot be used: /);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(problem);
  expect(read(folder, 'fleet.yaml')).toBe(unsealed);
  expect(() => read(folder, file)).toThrow('ENOENT');
});

it('does not repeat a secret key that was given as a recipient', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  const { code, stderr } = seal(folder, ['github', '--sops', '--age-recipient', key.identity]);
  expect(code).toBe(1);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('it is a secret key');
  expect(stderr).not.toContain(key.identity.slice(20, 30));
});

it('points at the recipient of the fleet that is none', () => {
  const folder = makeFolder({
    'fleet.yaml': fleetOfFiles.replace(key.recipient, `${key.recipient}, ssh-rsa`),
  });
  const { code, stderr } = seal(folder, ['github']);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^error\[FLC6914\]: recipient 2 of secrets\.sops\.recipients cannot be used: /,
  );
  expect(stderr).toContain('fleet.yaml:6:');
});

it.each<[string, string[], number, string]>([
  ['nobody to encrypt for', ['github', '--sops'], 2, 'nobody to encrypt for'],
  ['a scope', ['github', '--sops', '--scope', 'cluster'], 2, '--scope is for Sealed Secrets'],
])('refuses %s', (_name, args, exitCode, words) => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  const { code, stderr } = seal(folder, args);
  expect(stderr).toContain(words);
  expect(code).toBe(exitCode);
});

it('refuses a Secret that comes from somewhere else', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stderr } = seal(folder, ['github', '--sops', ...both]);
  expect([code, stderr.match(/error\[\w+\]/g)]).toEqual([1, ['error[FLC6915]']]);
  expect(() => read(folder, file)).toThrow('ENOENT');
});

it('overwrites no file that SOPS did not encrypt', () => {
  for (const text of [
    'apiVersion: v1\nkind: Secret\nstringData: { a: b }\n',
    'notes\n',
    'a: [\n',
  ]) {
    const folder = makeFolder({ 'fleet.yaml': unsealed, [file]: text });
    const { code, stderr } = seal(folder, ['github', '--sops', '--reseal', ...both]);
    expect([code, stderr.match(/error\[\w+\]/g)]).toEqual([1, ['error[FLC6919]']]);
    expect(read(folder, file)).toBe(text);
  }
});

it('writes neither of two files when one of them is read-only', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  chmodSync(join(folder, 'fleet.yaml'), 0o444);
  const { code, stderr } = seal(folder, ['github', '--sops', ...both]);
  expect(code).toBe(4);
  expect(stderr).toContain('cannot write "fleet.yaml": the file is read-only');
  expect(() => read(folder, file)).toThrow('ENOENT');
});

it('says when a folder stands where the file belongs', () => {
  const folder = makeFolder({ 'fleet.yaml': unsealed });
  mkdirSync(join(folder, file), { recursive: true });
  const { code, stderr } = seal(folder, ['github', '--sops', ...both]);
  expect([code, stderr.match(/error\[\w+\]/g)]).toEqual([4, ['error[FLC6913]']]);
});

const environments = (staging: string) =>
  `${fleetOfFiles}environments:\n  production: {}\n  staging: { override: ${staging} }\n`;

it('refuses one file for environments with different recipients', () => {
  const text = environments(`{ secrets: { sops: { recipients: [${other.recipient}] } } }`);
  const folder = makeFolder({ 'fleet.yaml': text });
  const { code, stderr } = seal(folder, ['github', '--reseal']);
  expect(code).toBe(2);
  expect(stderr).toContain('give each a folder of its own in secrets.sops.folder');
  expect(read(folder, 'fleet.yaml')).toBe(text);
});

it('does not reseal the file that an environment shares by its default name', () => {
  const text = environments(
    '{ credentials: { github: { pat: { secret: { from: { sops: {} } } } } } }',
  );
  const folder = makeFolder({ 'fleet.yaml': text });
  const { code, stderr } = seal(folder, ['github', '--env', 'staging', '--reseal']);
  expect(code).toBe(2);
  expect(stderr).toContain('name another one in "file" of this environment');
});

it('names its file from the working directory', () => {
  const folder = makeFolder({ 'sops/fleet.yaml': unsealed });
  const args = ['github', 'sops', '--sops', ...both];
  expect(seal(folder, args).stderr).toBe(
    `sops/${file}: encrypted credential "github" for 2 recipients\nsops/fleet.yaml: credential "github" comes from sops/${file}\n`,
  );
  expect(open(folder, `sops/${file}`)).toEqual({ github_token: token });
  expect(seal(folder, args).stderr).toMatch(/^sops\/secrets\/github\.sops\.yaml: kept /);
});
