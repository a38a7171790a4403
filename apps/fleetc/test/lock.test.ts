import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestIn } from './support/fake-registry.ts';
import { createLockWorld, proxied } from './support/lock-world.ts';
import { runFleetc } from './support/run-fleetc.ts';
import { startFleetc } from './support/start-fleetc.ts';

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

const world = createLockWorld();
const digestOf = (name: string, isMoved = false) =>
  digestIn(
    name
      .replace(/:[^:]*$/, '')
      .replace('docker.io', 'hub')
      .replace('quay.io', 'quay'),
    isMoved,
  );

it('writes every image with its digest and platforms, and build emits them', async () => {
  const { code, stdout, stderr } = await world.lock();
  expect([code, stderr]).toEqual([0, 'fleet.lock.yaml: 9 images, 9 changes\n']);
  expect(stdout).toBe(names.map((name) => `added    ${name}  ${digestOf(name)}\n`).join(''));
  const entries = names.map(
    (name) =>
      `  ${name}:\n    digest: ${digestOf(name)}\n    platforms:\n      - linux/amd64\n      - linux/arm64\n`,
  );
  expect(world.lockFile().replace(/^#.*\n/gm, '')).toBe(`version: 1\nimages:\n${entries.join('')}`);

  expect(runFleetc(world.folder, ['build', '--locked']).code).toBe(0);
  const { stdout: list } = runFleetc(world.folder, ['images', '--format', 'json']);
  const { images } = JSON.parse(list).environments[0];
  expect(images.map(({ upstream }: { upstream: string }) => upstream)).toEqual(names);
  for (const { upstream, reference } of images) {
    const place = upstream.replace('docker.io', 'hub').replace('quay.io', 'quay');
    expect(reference).toBe(`${world.registry.host}/${place}@${digestOf(upstream)}`);
  }
});

it('asks for what is new alone, and leaves a file that says the same untouched', async () => {
  await world.lock();
  const before = lstatSync(join(world.folder, 'fleet.lock.yaml'));
  world.registry.seen.length = 0;
  world.registry.odd.set('library/docker', 'moved');
  expect(await world.lock()).toEqual({
    code: 0,
    stdout: '',
    stderr: 'fleet.lock.yaml: 9 images, nothing changed\n',
  });
  expect(world.registry.seen).toEqual([]);
  expect(lstatSync(join(world.folder, 'fleet.lock.yaml')).ino).toBe(before.ino);
});

it('says which entries are stale, missing and unused, and writes nothing', async () => {
  await world.lock();
  const [docker, , runner] = names as [string, string, string];
  const text = world
    .lockFile()
    .replace(runner, 'docker.io/acme/gone:1')
    .replace(digestOf(docker), digestOf(docker, true));
  writeFileSync(join(world.folder, 'fleet.lock.yaml'), text);
  const { code, stdout, stderr } = await world.lock('--check');
  expect(code).toBe(3);
  expect(stdout).toBe(
    'unused   docker.io/acme/gone:1\n' +
      `stale    ${docker}  ${digestOf(docker, true)} -> ${digestOf(docker)}\n` +
      `missing  ${runner}  ${digestOf(runner)}\n`,
  );
  expect(stderr).toBe('fleet.lock.yaml is not what the registries say; see the 3 lines above\n');
  expect(world.lockFile()).toBe(text);

  expect((await world.lock()).stdout).toBe(
    `removed  docker.io/acme/gone:1\nadded    ${runner}  ${digestOf(runner)}\n`,
  );
  expect((await world.lock('--check')).code).toBe(3);
  expect((await world.lock('--update', 'docker')).stdout).toBe(
    `updated  ${docker}  ${digestOf(docker, true)} -> ${digestOf(docker)}\n`,
  );
  expect(await world.lock('--check')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'fleet.lock.yaml is up to date: 9 images\n',
  });
});

it('updates the images that are named, or all', async () => {
  await world.lock();
  for (const part of ['library/docker', 'cert-manager-webhook'])
    world.registry.odd.set(part, 'moved');
  world.registry.seen.length = 0;
  const one = await world.lock('--update', 'quay.io/jetstack/cert-manager-webhook:v1.21.1');
  expect(one.stdout.match(/^updated .*$/gm)).toHaveLength(1);
  expect(world.registry.seen.map((line) => line.split(' ')[0])).toEqual(['HEAD', 'GET']);
  const all = await world.lock('--update-all', '--quiet');
  expect(all.stdout.match(/^updated .*$/gm)).toHaveLength(1);
  expect(all.stderr).toBe('');
  expect(await world.lock('--update', 'quay.io/jetstack/cert-manager-webhok')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'the fleet pulls no image "quay.io/jetstack/cert-manager-webhok"',
    ),
  });
});

it('tells all failures of one run, and loses nothing', async () => {
  await world.lock();
  const before = world.lockFile();
  world.registry.odd.set('library/docker', 404);
  world.registry.odd.set('actions-runner/', 429);
  world.registry.odd.set('kube-rbac-proxy', 403);
  world.registry.odd.set('cert-manager-webhook', 'moved');
  const { code, stdout, stderr } = await world.lock('--update-all');
  expect([code, stdout]).toEqual([4, '']);
  expect(stderr.match(/^error\[\w+\]/gm)).toEqual([
    'error[FLC6935]',
    'error[FLC6936]',
    'error[FLC6937]',
  ]);
  const words = stderr.replaceAll(/\s+/g, ' ').replaceAll(world.registry.host, 'HOST');
  expect(words).toContain(
    'cannot lock "docker.io/library/docker:28.0.4-dind": HOST has no "hub/library/docker" with the tag "28.0.4-dind"',
  );
  expect(words).toContain(
    'cannot lock "docker.io/summerwind/actions-runner:v2.335.1-ubuntu-22.04": HOST allows no more requests for now (429), and asks to wait 600 s',
  );
  expect(world.lockFile()).toBe(before);
  expect(readdirSync(world.folder).filter((name) => name.includes('tmp'))).toEqual([]);
});

it('says once that a host is not there, for all images that it has', async () => {
  writeFileSync(join(world.folder, 'fleet.yaml'), proxied('127.0.0.1:1'));
  const { code, stderr } = await world.lock();
  expect(code).toBe(4);
  expect(stderr.match(/^error\[\w+\]/gm)).toEqual(['error[FLC6931]']);
  expect(stderr).toMatch(/cannot lock 9 images \(/);
  expect(existsSync(join(world.folder, 'fleet.lock.yaml'))).toBe(false);
});

it('logs in as the Docker configuration says, and never shows the password', async () => {
  const auth = Buffer.from('robot:hunter2-canary').toString('base64');
  world.registry.login = `Basic ${auth}`;
  const refused = await world.lock();
  expect([refused.code, refused.stderr.match(/^error\[\w+\]/gm)]).toEqual([4, ['error[FLC6935]']]);
  mkdirSync(join(world.folder, 'docker'));
  const config = join(world.folder, 'docker/config.json');
  writeFileSync(config, JSON.stringify({ auths: { [world.registry.host]: { auth } } }));
  const args = ['lock', '--through-proxy'];
  expect((await startFleetc(world.folder, args, { DOCKER_CONFIG: 'docker' })).code).toBe(0);

  world.registry.login = 'Basic other';
  const wrong = await startFleetc(world.folder, [...args, '--update-all'], {
    DOCKER_CONFIG: 'docker',
  });
  expect([wrong.code, wrong.stderr.match(/^error\[\w+\]/gm)]).toEqual([4, ['error[FLC6935]']]);
  for (const { stdout, stderr } of [refused, wrong]) {
    expect(stdout + stderr).not.toMatch(/canary/);
    expect(stdout + stderr).not.toContain(auth);
  }
  writeFileSync(config, 'no JSON, but "hunter2-canary"');
  const broken = await startFleetc(world.folder, [...args, '--update-all'], {
    DOCKER_CONFIG: 'docker',
  });
  expect(broken).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('the Docker configuration "docker/config.json" cannot be used'),
  });
  expect(broken.stderr).not.toContain('canary');
});

it('requires a lock of every image with --locked', async () => {
  const without = runFleetc(world.folder, ['build', '--locked']);
  expect([without.code, without.stderr.match(/^error\[\w+\]/gm)]).toEqual([1, ['error[FLC4953]']]);
  await world.lock();
  const text = world.lockFile();
  writeFileSync(join(world.folder, 'fleet.lock.yaml'), text.slice(0, text.indexOf('  quay.io')));
  const warned = runFleetc(world.folder, ['check']);
  expect([warned.code, warned.stderr.match(/^warning\[\w+\]/gm)]).toEqual([
    0,
    ['warning[FLC4952]'],
  ]);
  const refused = runFleetc(world.folder, ['check', '--locked']);
  expect([refused.code, refused.stderr.match(/^error\[\w+\]/gm)]).toEqual([1, ['error[FLC4952]']]);
});

it('keeps what other environments may need when one is looked at', async () => {
  const text = `${proxied(world.registry.host)}environments:
  a: {}
  b: { override: { pools: { ci: { image: "docker.io/acme/runner:v1-ubuntu-22.04" } } } }
`;
  writeFileSync(join(world.folder, 'fleet.yaml'), text);
  expect((await world.lock('--env', 'a')).stderr).toContain('9 images');
  expect((await world.lock('--env', 'b')).stderr).toContain('10 images, 1 change');
  expect((await world.lock()).stderr).toContain('10 images, nothing changed');
  expect((await world.lock('--env', 'a', '--check')).code).toBe(0);
});

it('follows a link, and says that a folder stands in the way', async () => {
  writeFileSync(join(world.folder, 'real.yaml'), 'version: 1\nimages: {}\n');
  symlinkSync('real.yaml', join(world.folder, 'fleet.lock.yaml'));
  expect((await world.lock()).code).toBe(0);
  expect(lstatSync(join(world.folder, 'fleet.lock.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(world.folder, 'real.yaml'), 'utf8')).toContain('quay.io');
  rmSync(join(world.folder, 'fleet.lock.yaml'));
  mkdirSync(join(world.folder, 'fleet.lock.yaml'));
  const { code, stderr } = await world.lock();
  expect([code, stderr]).toEqual([
    4,
    'fleetc: cannot read "fleet.lock.yaml": it is no regular file\n',
  ]);
});
