import {
  chmodSync,
  existsSync,
  readdirSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { digestIn, type FakeRegistry, startFakeRegistry } from './support/fake-registry.ts';
import { fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';
import { startFleetc } from './support/start-fleetc.ts';

let registry: FakeRegistry;
let folder: string;
const names = [
  'docker.io/library/docker:28.0.4-dind',
  'docker.io/summerwind/actions-runner-controller:v0.27.6',
  'docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04',
  'quay.io/brancz/kube-rbac-proxy:v0.13.1',
  'quay.io/jetstack/cert-manager-acmesolver:v1.21.1',
  'quay.io/jetstack/cert-manager-cainjector:v1.21.1',
  'quay.io/jetstack/cert-manager-controller:v1.21.1',
  'quay.io/jetstack/cert-manager-startupapicheck:v1.21.1',
  'quay.io/jetstack/cert-manager-webhook:v1.21.1',
];

beforeAll(async () => {
  registry = await startFakeRegistry();
});
afterAll(() => registry.close());
beforeEach(() => {
  registry.seen.length = 0;
  registry.odd.clear();
  delete registry.login;
  folder = makeFolder({ 'fleet.yaml': proxied(registry.host) });
});

/** A fleet whose every image comes from one host. */
function proxied(host: string): string {
  return plainFleet.replace(
    '{ direct: [docker.io] }',
    `{ proxy: { harbor: { host: "${host}", projects: { docker.io: hub, quay.io: quay } } } }`,
  );
}

const lock = (...args: readonly string[]) =>
  startFleetc(folder, ['lock', '--through-proxy', ...args]);
const lockFile = () => readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8');
const digestOf = (name: string, isMoved = false) =>
  digestIn(
    name
      .replace(/:[^:]*$/, '')
      .replace('docker.io', 'hub')
      .replace('quay.io', 'quay'),
    isMoved,
  );

it('writes every image with its digest and platforms, and build emits them', async () => {
  const { code, stdout, stderr } = await lock();
  expect([code, stderr]).toEqual([0, 'fleet.lock.yaml: 9 images, 9 changes\n']);
  expect(stdout).toBe(names.map((name) => `added    ${name}  ${digestOf(name)}\n`).join(''));
  const entries = names.map(
    (name) =>
      `  ${name}:\n    digest: ${digestOf(name)}\n    platforms:\n      - linux/amd64\n      - linux/arm64\n`,
  );
  expect(lockFile().replace(/^#.*\n/gm, '')).toBe(`version: 1\nimages:\n${entries.join('')}`);

  expect(runFleetc(folder, ['build', '--locked']).code).toBe(0);
  const { stdout: list } = runFleetc(folder, ['images', '--format', 'json']);
  const { images } = JSON.parse(list).environments[0];
  expect(images.map(({ upstream }: { upstream: string }) => upstream)).toEqual(names);
  for (const { upstream, reference } of images) {
    const place = upstream.replace('docker.io', 'hub').replace('quay.io', 'quay');
    expect(reference).toBe(`${registry.host}/${place}@${digestOf(upstream)}`);
  }
});

it('asks for what is new alone, and leaves a file that says the same untouched', async () => {
  await lock();
  const before = lstatSync(join(folder, 'fleet.lock.yaml'));
  registry.seen.length = 0;
  registry.odd.set('library/docker', 'moved');
  expect(await lock()).toEqual({
    code: 0,
    stdout: '',
    stderr: 'fleet.lock.yaml: 9 images, nothing changed\n',
  });
  expect(registry.seen).toEqual([]);
  expect(lstatSync(join(folder, 'fleet.lock.yaml')).ino).toBe(before.ino);
});

it('says which entries are stale, missing and unused, and writes nothing', async () => {
  await lock();
  const [docker, , runner] = names as [string, string, string];
  const text = lockFile()
    .replace(runner, 'docker.io/acme/gone:1')
    .replace(digestOf(docker), digestOf(docker, true));
  writeFileSync(join(folder, 'fleet.lock.yaml'), text);
  const { code, stdout, stderr } = await lock('--check');
  expect(code).toBe(3);
  expect(stdout).toBe(
    'unused   docker.io/acme/gone:1\n' +
      `stale    ${docker}  ${digestOf(docker, true)} -> ${digestOf(docker)}\n` +
      `missing  ${runner}  ${digestOf(runner)}\n`,
  );
  expect(stderr).toBe('fleet.lock.yaml is not what the registries say; see the 3 lines above\n');
  expect(lockFile()).toBe(text);

  expect((await lock()).stdout).toBe(
    `removed  docker.io/acme/gone:1\nadded    ${runner}  ${digestOf(runner)}\n`,
  );
  expect((await lock('--check')).code).toBe(3);
  expect((await lock('--update', 'docker')).stdout).toBe(
    `updated  ${docker}  ${digestOf(docker, true)} -> ${digestOf(docker)}\n`,
  );
  expect(await lock('--check')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'fleet.lock.yaml is up to date: 9 images\n',
  });
});

it('updates the images that are named, or all', async () => {
  await lock();
  for (const part of ['library/docker', 'cert-manager-webhook']) registry.odd.set(part, 'moved');
  registry.seen.length = 0;
  const one = await lock('--update', 'quay.io/jetstack/cert-manager-webhook:v1.21.1');
  expect(one.stdout.match(/^updated .*$/gm)).toHaveLength(1);
  expect(registry.seen.map((line) => line.split(' ')[0])).toEqual(['HEAD', 'GET']);
  const all = await lock('--update-all', '--quiet');
  expect(all.stdout.match(/^updated .*$/gm)).toHaveLength(1);
  expect(all.stderr).toBe('');
  expect(await lock('--update', 'quay.io/jetstack/cert-manager-webhok')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'the fleet pulls no image "quay.io/jetstack/cert-manager-webhok"',
    ),
  });
});

it('tells all failures of one run, and loses nothing', async () => {
  await lock();
  const before = lockFile();
  registry.odd.set('library/docker', 404);
  registry.odd.set('actions-runner/', 429);
  registry.odd.set('kube-rbac-proxy', 403);
  registry.odd.set('cert-manager-webhook', 'moved');
  const { code, stdout, stderr } = await lock('--update-all');
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr.match(/^error\[\w+\]/gm)).toEqual([
    'error[FLC6935]',
    'error[FLC6936]',
    'error[FLC6937]',
  ]);
  const words = stderr.replaceAll(/\s+/g, ' ').replaceAll(registry.host, 'HOST');
  expect(words).toContain(
    'cannot lock "docker.io/library/docker:28.0.4-dind": HOST has no "hub/library/docker" with the tag "28.0.4-dind"',
  );
  expect(words).toContain(
    'cannot lock "docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04": HOST allows no more requests for now (429), and asks to wait 600 s',
  );
  expect(lockFile()).toBe(before);
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

it('says once that a host is not there, for all images that it has', async () => {
  writeFileSync(join(folder, 'fleet.yaml'), proxied('127.0.0.1:1'));
  const { code, stderr } = await lock();
  expect(code).toBe(4);
  expect(stderr.match(/^error\[\w+\]/gm)).toEqual(['error[FLC6931]']);
  expect(stderr).toMatch(/cannot lock 9 images \(/);
  expect(existsSync(join(folder, 'fleet.lock.yaml'))).toBe(false);
});

it('logs in as the Docker configuration says, and never shows the password', async () => {
  const auth = Buffer.from('robot:hunter2-canary').toString('base64');
  registry.login = `Basic ${auth}`;
  const refused = await lock();
  expect([refused.code, refused.stderr.match(/^error\[\w+\]/gm)]).toEqual([4, ['error[FLC6935]']]);
  mkdirSync(join(folder, 'docker'));
  const config = join(folder, 'docker/config.json');
  writeFileSync(config, JSON.stringify({ auths: { [registry.host]: { auth } } }));
  const args = ['lock', '--through-proxy'];
  expect((await startFleetc(folder, args, { DOCKER_CONFIG: 'docker' })).code).toBe(0);

  registry.login = 'Basic other';
  const wrong = await startFleetc(folder, [...args, '--update-all'], { DOCKER_CONFIG: 'docker' });
  expect([wrong.code, wrong.stderr.match(/^error\[\w+\]/gm)]).toEqual([4, ['error[FLC6935]']]);
  for (const { stdout, stderr } of [refused, wrong]) {
    expect(stdout + stderr).not.toMatch(/canary/);
    expect(stdout + stderr).not.toContain(auth);
  }
  writeFileSync(config, 'no JSON, but "hunter2-canary"');
  const broken = await startFleetc(folder, [...args, '--update-all'], { DOCKER_CONFIG: 'docker' });
  expect(broken).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('the Docker configuration "docker/config.json" cannot be used'),
  });
  expect(broken.stderr).not.toContain('canary');
});

it('points into a lock that is broken, and touches it neither by lock nor by build', async () => {
  const broken = 'version: 1\nimages:\n  docker:dind: { digest: x }\n';
  writeFileSync(join(folder, 'fleet.lock.yaml'), broken);
  for (const run of [await lock(), await lock('--check'), runFleetc(folder, ['build'])]) {
    expect(run.code).toBe(1);
    expect(run.stderr.match(/^error\[\w+\]/gm)).toEqual(['error[FLC4951]']);
    expect(run.stderr).toContain('fleet.lock.yaml:3:3');
    expect(run.stderr).toContain('docker:dind: { digest: x }');
  }
  expect(lockFile()).toBe(broken);
  expect(registry.seen).toEqual([]);
});

it('requires a lock of every image with --locked', async () => {
  const without = runFleetc(folder, ['build', '--locked']);
  expect([without.code, without.stderr.match(/^error\[\w+\]/gm)]).toEqual([1, ['error[FLC4953]']]);
  await lock();
  const text = lockFile();
  writeFileSync(join(folder, 'fleet.lock.yaml'), text.slice(0, text.indexOf('  quay.io')));
  const warned = runFleetc(folder, ['check']);
  expect([warned.code, warned.stderr.match(/^warning\[\w+\]/gm)]).toEqual([
    0,
    ['warning[FLC4952]'],
  ]);
  const refused = runFleetc(folder, ['check', '--locked']);
  expect([refused.code, refused.stderr.match(/^error\[\w+\]/gm)]).toEqual([1, ['error[FLC4952]']]);
});

it('keeps what other environments may need when one is looked at', async () => {
  const text = `${proxied(registry.host)}environments:
  a: {}
  b: { override: { pools: { ci: { image: "docker.io/acme/runner:v1-ubuntu-22.04" } } } }
`;
  writeFileSync(join(folder, 'fleet.yaml'), text);
  expect((await lock('--env', 'a')).stderr).toContain('9 images');
  expect((await lock('--env', 'b')).stderr).toContain('10 images, 1 change');
  expect((await lock()).stderr).toContain('10 images, nothing changed');
  expect((await lock('--env', 'a', '--check')).code).toBe(0);
});

it('follows a link, and says that a folder stands in the way', async () => {
  writeFileSync(join(folder, 'real.yaml'), 'version: 1\nimages: {}\n');
  symlinkSync('real.yaml', join(folder, 'fleet.lock.yaml'));
  expect((await lock()).code).toBe(0);
  expect(lstatSync(join(folder, 'fleet.lock.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toContain('quay.io');
  rmSync(join(folder, 'fleet.lock.yaml'));
  mkdirSync(join(folder, 'fleet.lock.yaml'));
  const { code, stderr } = await lock();
  expect([code, stderr]).toEqual([
    4,
    'fleetc: cannot read "fleet.lock.yaml": it is no regular file\n',
  ]);
});

it.skipIf(process.getuid?.() !== 0)('says that the file cannot be written', async () => {
  await lock();
  const before = lockFile();
  registry.odd.set('library/docker', 'moved');
  chmodSync(folder, 0o555);
  const nobody = 65_534;
  const args = ['lock', '--through-proxy', '--update-all'];
  const { code, stdout, stderr } = await startFleetc(folder, args, {}, nobody);
  expect([code, stdout, stderr.match(/^error\[\w+\]/gm)]).toEqual([4, '', ['error[FLC6943]']]);
  expect(stderr).toContain('cannot write "fleet.lock.yaml": permission denied');
  expect(lockFile()).toBe(before);
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

it.each<[readonly string[], string]>([
  [['-'], 'a fleet from standard input has no folder in which its lock could be'],
  [
    ['--check', '--update-all'],
    '"--check" looks at every image and writes nothing, so it goes without "--update-all"',
  ],
  [['--timeout', '0'], 'option "--timeout" needs seconds above 0 and below 10000, not "0"'],
  [
    ['--plain-http', 'http://x'],
    'option "--plain-http" needs a host as images name it, such as registry.example.com:5000, not "http://x"',
  ],
])('refuses the command line %j', (args, message) => {
  expect(runFleetc(folder, ['lock', ...args])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message),
  });
});

it.each<[string, string, string]>([
  ['gone.pem', '', 'no such file or folder'],
  ['empty.pem', 'nothing', 'it holds no certificate in the form PEM'],
  [
    'bad.pem',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'a certificate in it is damaged',
  ],
])('says why %s holds no authority', (name, text, problem) => {
  if (text !== '') writeFileSync(join(folder, name), text);
  const { code, stderr } = runFleetc(folder, ['lock', '--ca', name]);
  expect([code, stderr]).toEqual([
    4,
    `fleetc: cannot use the certificates of "${name}": ${problem}\n`,
  ]);
});

it('asks nobody for a fleet with errors', async () => {
  writeFileSync(join(folder, 'fleet.yaml'), fleetWithError);
  expect((await lock()).code).toBe(1);
  expect(registry.seen).toEqual([]);
});
