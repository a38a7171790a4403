import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { commands } from '../src/tables/commands.ts';
import { commandLines, runAll, runAndGather } from './support/every-command.ts';
import { findLeaks } from './support/find-leaks.ts';
import { fleetWithSecrets, plainFleet } from './support/fleets.ts';

/** None is real. The first has the form and the checksum of a token; it is put together here, so that no file holds one. */
const token = `${'gh'}p_${'Qz7RkW2mXv9TbL4nHs8YdJ3fPc6GaK'}4dn0t5`;
const password = 'Vw5Nt8Jy3Kc7Rz2Hq9Mb';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const keyLine = privateKey.split('\n')[7]!;
const canaries = [token, password, keyLine];

function leaksOf(traces: Readonly<Record<string, string>>): string[] {
  return canaries.flatMap((canary) => findLeaks(canary, traces));
}

it('tries every command', () => {
  expect(Object.keys(commandLines).sort()).toEqual(commands.map(({ name }) => name).sort());
});

/** A fleet with something more in one place, or with something else. */
const inPool = (text: string) =>
  plainFleet.replace('    replicas: 2\n', `    replicas: 2\n${text}`);
const literals: Readonly<Record<string, string>> = {
  'a comment': `# ${token}\n${plainFleet}`,
  'a key': inPool(`    env: { ${token}: x }\n`),
  'an unknown key': `${plainFleet}${token}: 1\n`,
  'a value': inPool(`    env: { A: ${token} }\n`),
  'a number': plainFleet.replace('replicas: 2', `replicas: ${token}`),
  'a name': plainFleet.replace('credentials: github', `credentials: ${token}`),
  'an image': inPool(`    image: ghcr.io/acme/${token}\n`),
  'a label': inPool(`    labels: [${token}]\n`),
  'an annotation': inPool(`    metadata: { annotations: { a: ${token} } }\n`),
  'a pod': inPool(`    pod: { hostAliases: [{ ip: 10.0.0.1, hostnames: [${token}] }] }\n`),
  'a patch': inPool(`    patch: { runner: { dockerEnv: [{ name: A, value: ${token} }] } }\n`),
  'chart values': plainFleet.replace(
    'controller: { credentials: github }',
    `controller: { credentials: github, chart: { values: { a: [{ b: ${token} }] } } }`,
  ),
  'an override': `${plainFleet}environments:\n  e: { override: { pools: { ci: { env: { A: ${token} } } } } }\n`,
  'a script': inPool(`    env:\n      SCRIPT: |\n        export TOKEN=${token}\n`),
  'escapes': inPool(`    env: { A: "\\x67${token.slice(1)}" }\n`),
  'base64': inPool(`    env: { A: ${Buffer.from(token).toString('base64')} }\n`),
  'text that is no YAML': `${plainFleet}a: [ "${token}\n`,
  'the name of a variable': plainFleet.replace('ACME_TOKEN', token),
  'the name of a file': plainFleet.replace('{ env: ACME_TOKEN }', `{ file: ${token} }`),
  'a private key': inPool(
    `    env:\n      KEY: |\n        ${privateKey.trim().replaceAll('\n', '\n        ')}\n`,
  ),
  'a key in base64': inPool(`    env: { KEY: ${Buffer.from(privateKey).toString('base64')} }\n`),
  'a login of docker': inPool(
    `    env: { DOCKER: '{"auths":{"ghcr.io":{"username":"u","password":"${password}"}}}' }\n`,
  ),
  'a proxy': `${plainFleet}network: { proxy: { https: "http://u:${password}@proxy:3128" } }\n`,
  'a mirror': plainFleet.replace(
    'direct: [docker.io]',
    `direct: [docker.io], mirror: "https://u:${password}@mirror.example.com"`,
  ),
  'a registry proxy': plainFleet.replace(
    'direct: [docker.io]',
    `proxy: { harbor: { host: "https://u:${password}@harbor.example.com" } }`,
  ),
};

it.each(Object.entries(literals))('refuses a secret in %s and does not show it', (_, fleet) => {
  for (const args of [['check', '--format', 'json'], ['build']]) {
    const { code, traces } = runAndGather({ 'fleet.yaml': fleet }, args);
    expect([args, code, leaksOf(traces)]).toEqual([args, 1, []]);
    expect(traces['stdout']! + traces['stderr']!).toContain('FLC4001');
  }
});

it('shows no secret of a file by any command', () => {
  const blocks = [
    `network: { proxy: { https: "http://u:${password}@proxy:3128" } } # ${token}`,
    `environments:\n  e: { override: { pools: { ci: { env: { A: ${token} } } } } }`,
  ];
  const fleet = `${inPool(`    env: { A: ${token}, B: "${token}" }\n`)}${blocks.join('\n')}\n`;
  const workflow = `on: push\njobs:\n  a:\n    runs-on: [${token}]\n    steps: []\n`;
  const files = { 'fleet.yaml': fleet, '.github/workflows/a.yaml': workflow };
  for (const [line, { traces }] of runAll(files)) {
    expect([line, leaksOf(traces)]).toEqual([line, []]);
  }
});

it('shows no value of a variable or a file by any command but secrets', () => {
  const files = { 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': privateKey };
  const env = { ACME_TOKEN: token, HUB_PASSWORD: password };
  for (const [line, { traces }] of runAll(files, { env, input: token })) {
    expect([line, leaksOf(traces)]).toEqual([line, []]);
  }
  const { code, stdout, traces } = runAndGather(files, ['secrets'], { env });
  expect([code, leaksOf({ ...traces, stdout: '' })]).toEqual([0, []]);
  for (const canary of canaries) {
    expect(findLeaks(canary, { stdout })).toHaveLength(1);
    expect(stdout).not.toContain(canary);
  }
});

it.each([
  ['a token with a blank', { ACME_TOKEN: `${token} ${token}` }, privateKey],
  ['a password of two lines', { HUB_PASSWORD: `${password}\n${password}` }, privateKey],
  ['a key on one line', {}, privateKey.replaceAll('\n', ' ')],
  ['a key that is cut off', {}, privateKey.slice(0, -200)],
  ['a value too large', {}, privateKey.repeat(1000)],
])('says what is wrong with %s and not what it is', (_, variables, pem) => {
  const files = { 'fleet.yaml': fleetWithSecrets, 'keys/web.pem': pem };
  const env = { ACME_TOKEN: token, HUB_PASSWORD: password, ...variables };
  const { code, traces } = runAndGather(files, ['secrets'], { env });
  expect(code === 1 || code === 4).toBe(true);
  expect(leaksOf(traces)).toEqual([]);
});

it('shows a value that looks like a secret nowhere but in what is built', () => {
  const fleet = inPool(`    env: { DB_PASSWORD: ${password} } # ${password}\n`);
  let places = 0;
  for (const [line, { traces }] of runAll({ 'fleet.yaml': fleet })) {
    const shown = line === 'build --stdout' ? { ...traces, stdout: '' } : traces;
    const leaks = leaksOf(shown).filter((leak) => !/^(?:build|json)\/.*\.yaml: /.test(leak));
    expect([line, leaks]).toEqual([line, []]);
    if (line === 'build --stdout') places += leaksOf({ stdout: traces['stdout']! }).length;
  }
  expect(places).toBe(1);
});

it('shows it not even next to a mistake in YAML', () => {
  const fleet = inPool(`    env: { DB_PASSWORD: ${password} ]\n`);
  const { code, traces } = runAndGather({ 'fleet.yaml': fleet }, ['check']);
  expect([code, leaksOf(traces)]).toEqual([1, []]);
  expect(traces['stderr']).toContain(`DB_PASSWORD: ${'x'.repeat(3)}`);
});

const sopsFleet = plainFleet.replace('{ env: ACME_TOKEN }', '{ sops: { file: github.sops.yaml } }');
const plainSecret = `apiVersion: v1
kind: Secret
metadata: { name: controller-manager, namespace: actions-runner-system }
stringData: { github_token: ${token} }
`;

it('refuses a SOPS file that was never encrypted, and writes it nowhere', () => {
  const files = { 'fleet.yaml': sopsFleet, 'github.sops.yaml': plainSecret };
  for (const [line, { traces }] of runAll(files)) {
    expect([line, leaksOf(traces)]).toEqual([line, []]);
  }
  expect(runAndGather(files, ['build']).code).toBe(1);
});

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const seal = ['seal', 'github', '--sops', '--age-recipient', recipient];

it('seals a value of standard input and leaves nothing of it behind', () => {
  const files = { 'fleet.yaml': sopsFleet };
  const { code, traces } = runAndGather(files, seal, { input: `${token}\n` });
  expect([code, leaksOf(traces)]).toEqual([0, []]);
  expect(traces['github.sops.yaml']).toContain('"github_token": "ENC[');
});

it.each([
  ['a blank inside', `${token} ${token}`, seal],
  ['a text that is too large', token.repeat(50_000), seal],
  ['a wrong recipient', token, ['seal', 'github', '--sops', '--age-recipient', 'age1wrong']],
  ['the value for a recipient', token, ['seal', 'github', '--sops', '--age-recipient', token]],
  ['the value for a certificate', token, ['seal', 'github', '--cert', 'value.txt']],
  ['no such credential', token, ['seal', 'nobody']],
])('says what keeps it from sealing and not what: %s', (_, input, args) => {
  const files = { 'fleet.yaml': sopsFleet, 'value.txt': input };
  const { code, traces } = runAndGather(files, args, { input });
  expect([code === 0, leaksOf(traces)]).toEqual([false, []]);
});

/**
 * Makes a part of the platform throw, once, an error that quotes what it was given, as soon as that holds one of the
 * canaries. They are spelled as numbers, because a stack names the module by its text.
 */
function breakPlatform(call: string): string[] {
  const markers = [token, password].map((canary) => [...canary].map((c) => c.charCodeAt(0)));
  const code = `import util from 'node:util';
    const markers = ${JSON.stringify(markers)}.map((codes) => String.fromCharCode(...codes));
    const options = { depth: 20, maxStringLength: Infinity, maxArrayLength: Infinity };
    const original = ${call};
    let isArmed = true;
    ${call} = function (...given) {
      const shown = isArmed ? util.inspect([this, given], options) : '';
      if (!markers.some((marker) => shown.includes(marker))) return original.apply(this, given);
      isArmed = false;
      throw new TypeError('cannot take ' + shown);
    };`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

it.each([
  ['Object.freeze', ['check']],
  ['Object.freeze', ['explain', '.']],
  ['Array.prototype.join', ['build', '--check']],
  ['Array.prototype.join', ['build', '--stdout']],
  ['Buffer.from', ['secrets']],
  ['Object.fromEntries', ['secrets']],
  ['Buffer.from', seal],
])('keeps a secret out of the words of a fault of %s during %j', (call, args) => {
  const fleet = inPool(`    env: { DB_PASSWORD: ${password} }\n`);
  const node = breakPlatform(call);
  const env = { FLEETC_DEBUG: '1', ACME_TOKEN: token };
  const files = { 'fleet.yaml': args[0] === 'seal' ? sopsFleet : fleet };
  const { code, traces } = runAndGather(files, args, { node, env, input: token });
  expect([code, leaksOf(traces)]).toEqual([70, []]);
  expect(traces['stderr']).toContain('error[FLC9001]');
});

it('keeps the login of a proxy out of what a network failure says', () => {
  const env = { HTTPS_PROXY: `http://u:${password}@127.0.0.1:9` };
  const { traces } = runAndGather({ 'fleet.yaml': plainFleet }, ['lock', '--timeout', '1s'], {
    env,
  });
  expect(leaksOf(traces)).toEqual([]);
});
