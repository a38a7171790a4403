import { mkdirSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { load, loadAll } from 'js-yaml';
import { fleetWithEnvironments, fleetWithSecrets, plainFleet } from './support/fleets.ts';
import { bin, makeFolder, runFleetc } from './support/run-fleetc.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const token = `ghp_${'c4n4ry'.repeat(6)}`;
const env = { ACME_TOKEN: token, HUB_PASSWORD: 'p"a\\ss wörd' };

interface SecretObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly data: Readonly<Record<string, string>>;
}

function decode({ data }: SecretObject): Record<string, string> {
  const entries = Object.entries(data);
  return Object.fromEntries(
    entries.map(([key, text]) => [key, Buffer.from(text, 'base64').toString()]),
  );
}

it('prints each Secret with the keys and the form that its readers want', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': privateKey });
  const { code, stdout, stderr } = runFleetc(folder, ['secrets'], { env });
  expect([code, stderr]).toEqual([0, '']);
  const secrets = loadAll(stdout) as SecretObject[];
  const byName = new Map(secrets.map((secret) => [secret.metadata.name, secret]));
  expect([...byName.keys()].sort()).toEqual(['controller-manager', 'hub-login', 'web-app']);
  for (const { apiVersion, kind } of secrets) expect([apiVersion, kind]).toEqual(['v1', 'Secret']);
  expect(decode(byName.get('controller-manager')!)).toEqual({ github_token: token });
  expect(decode(byName.get('web-app')!)).toEqual({
    github_app_id: '12345',
    github_app_installation_id: '67890',
    github_app_private_key: privateKey,
  });
  const login = byName.get('hub-login')!;
  expect(login.type).toBe('kubernetes.io/dockerconfigjson');
  expect(JSON.parse(decode(login)['.dockerconfigjson']!)).toEqual({
    auths: {
      'https://index.docker.io/v1/': {
        username: 'acme',
        password: env.HUB_PASSWORD,
        auth: Buffer.from(`acme:${env.HUB_PASSWORD}`).toString('base64'),
      },
    },
  });
});

it('shows a value on the standard output of secrets and nowhere else', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': privateKey });
  for (const args of [['check'], ['build'], ['build', '--stdout'], ['images'], ['explain', '.']]) {
    const { code, stdout, stderr } = runFleetc(folder, args, { env });
    expect([args, code]).toEqual([args, 0]);
    expect(stdout + stderr).not.toContain('c4n4ry');
    expect(stdout + stderr).not.toContain(Buffer.from(token).toString('base64').slice(0, 40));
  }
  const grep = spawnSync('grep', ['-rl', 'c4n4ry', folder], { encoding: 'utf8' });
  expect(grep.stdout).toBe('');
});

it.each([
  ['LF', `${token}\n`],
  ['CRLF', `${token}\r\n`],
  ['several', `${token}\n\n`],
])('cuts a final line break off a token: %s', (_name, value) => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { stdout } = runFleetc(folder, ['secrets'], { env: { ACME_TOKEN: value } });
  expect(decode(load(stdout) as SecretObject)).toEqual({ github_token: token });
});

it.each([
  ['line feeds', privateKey, privateKey],
  [
    'carriage returns',
    privateKey.replaceAll('\n', '\r\n'),
    privateKey.replaceAll('\n', '\r\n').trim() + '\n',
  ],
  ['no final line break', privateKey.trim(), privateKey],
  ['a byte order mark', `\ufeff${privateKey}`, privateKey],
])('keeps the lines of a private key with %s', (_name, text, expected) => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': text });
  const { stdout } = runFleetc(folder, ['secrets'], { env });
  const app = (loadAll(stdout) as SecretObject[]).find(
    ({ metadata }) => metadata.name === 'web-app',
  )!;
  expect(decode(app)['github_app_private_key']).toBe(expected);
});

it('tells every value that is missing, with its line, and prints nothing', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': privateKey });
  const { code, stdout, stderr } = runFleetc(folder, ['secrets'], { env: { HUB_PASSWORD: ' ' } });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('error[FLC6901]: environment variable "ACME_TOKEN" is not set');
  expect(stderr).toContain('fleet.yaml:6:69\n');
  expect(stderr).toContain('error[FLC6903]: environment variable "HUB_PASSWORD" is empty');
});

it('ends with 4 when a file cannot be read, and names it as the fleet does', () => {
  const folder = makeFolder({ 'infra/fleet.yaml': fleetWithSecrets });
  const run = () => runFleetc(folder, ['secrets', 'infra'], { env });
  const missing = run();
  expect([missing.code, missing.stdout]).toEqual([4, '']);
  expect(missing.stderr).toMatch(/^error\[FLC6902\]: cannot read file "keys\/web\.pem"/);
  const words = missing.stderr.replaceAll(/\s+/g, ' ');
  expect(words).toContain('no such file or folder');
  expect(words).toContain('the name, which counts from the folder of the fleet.yaml');
  expect(words).not.toContain('--value-file');
  const both = runFleetc(folder, ['secrets', 'infra']);
  expect([both.code, both.stderr.match(/FLC690\d/g)?.sort()]).toEqual([
    4,
    ['FLC6901', 'FLC6901', 'FLC6902'],
  ]);
  mkdirSync(join(folder, 'infra/keys/web.pem'), { recursive: true });
  expect(run().stderr.replaceAll(/\s+/g, ' ')).toContain('it is a folder');
});

it.each([
  ['a blank inside', { ACME_TOKEN: 'c4n4ry c4n4ry' }, privateKey, 'github_token'],
  ['a line break inside', { ACME_TOKEN: 'c4n4ry\nc4n4ry' }, privateKey, 'github_token'],
  ['a letter beyond ASCII', { ACME_TOKEN: 'c4n4rÿ' }, privateKey, 'github_token'],
  ['a password of two lines', { HUB_PASSWORD: 'c4n4ry\nc4n4ry' }, privateKey, 'password'],
  [
    'escaped line ends',
    {},
    privateKey.trim().replaceAll('\n', String.raw`\n`),
    'github_app_private_key',
  ],
  ['an OpenSSH key', {}, privateKey.replaceAll('RSA', 'OPENSSH'), 'github_app_private_key'],
  [
    'an encrypted key',
    {},
    privateKey.replace('\n', '\nProc-Type: 4,ENCRYPTED\n'),
    'github_app_private_key',
  ],
])('refuses %s without showing the value', (_name, variables, pem, key) => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': pem });
  const { code, stdout, stderr } = runFleetc(folder, ['secrets'], {
    env: { ...env, ...variables },
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.match(/error\[\w+\]/g)).toEqual(['error[FLC6904]']);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`cannot be used as ${key}: `);
  expect(stderr).not.toContain('c4n4r');
  expect(stderr).not.toContain(privateKey.split('\n')[1]);
});

function printWithPassword(password: string, fleet = fleetWithSecrets) {
  const folder = makeFolder({ 'fleet.yaml': fleet, 'keys/web.pem': privateKey });
  return runFleetc(folder, ['secrets'], { env: { ...env, HUB_PASSWORD: password } });
}

it('puts the key of a Google service account into one line', () => {
  const account = { type: 'service_account', private_key: 'c4n4ry\n"\n', project_id: 'acme' };
  const text = JSON.stringify(account, null, 2);
  const objects = loadAll(printWithPassword(`${text}\n`).stdout) as SecretObject[];
  const login = objects.find(({ type }) => type === 'kubernetes.io/dockerconfigjson')!;
  const { auths } = JSON.parse(decode(login)['.dockerconfigjson']!) as {
    auths: Record<string, { password: string }>;
  };
  expect(Object.values(auths)).toMatchObject([{ password: JSON.stringify(account) }]);
  const broken = printWithPassword(text.replace('"type"', 'type'));
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).not.toContain('c4n4r');
});

it('takes a classic token alone for the login at ghcr.io', () => {
  const ghcr = fleetWithSecrets.replace('server: docker.io', 'server: GHCR.io');
  for (const other of [`${'github'}_pat_c4n4ry`, `${'gh'}s_c4n4ry`]) {
    const { code, stdout, stderr } = printWithPassword(other, ghcr);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(
      'environment variable "HUB_PASSWORD" cannot be used as password: ghcr.io takes classic tokens alone',
    );
    expect(printWithPassword(other).code).toBe(0);
  }
  expect(printWithPassword(token, ghcr).code).toBe(0);
});

it('asks for an environment when the fleet has several', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  expect(runFleetc(folder, ['secrets'], { env })).toMatchObject({ code: 2, stdout: '' });
  expect(runFleetc(folder, ['secrets', '--env', 'staging'], { env }).code).toBe(0);
  const both = ['--env', 'staging', '--env', 'production'];
  expect(runFleetc(folder, ['secrets', ...both], { env })).toMatchObject({ code: 2, stdout: '' });
  expect(runFleetc(folder, ['secrets', 'list', ...both]).code).toBe(0);
  expect(runFleetc(folder, ['help', 'secrets']).stdout).toMatch(/several are for the\s+list alone/);
});

it('says so when there is nothing to print', () => {
  const fleet = plainFleet.replace('{ env: ACME_TOKEN }', '{ existing: true }');
  expect(runFleetc(makeFolder({ 'fleet.yaml': fleet }), ['secrets'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'no Secret of this fleet takes its value from a variable or a file\n',
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

it.skipIf(!hasScript)('prints nothing to a terminal unless it is told to', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const inTerminal = (args: string) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${bin}" secrets ${args}`, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ACME_TOKEN: token },
      encoding: 'utf8',
    });
  const refused = inTerminal('');
  expect(refused.status).toBe(2);
  expect(refused.stdout).toContain('standard output is a terminal');
  expect(refused.stdout).not.toContain('data:');
  const shown = inTerminal('--show-secrets');
  expect(shown.status).toBe(0);
  expect(shown.stdout).toContain(Buffer.from(token).toString('base64'));
});
