import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findGoTool } from '@fleetc/testing';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { pushImage, pushIndex, type RegistryProcess, startRegistry } from './registry-process.ts';
import { makeFleet, runFleetc } from './run-fleetc.ts';

const platforms = ['amd64', 'arm64'];
const runner = 'docker.io/acme/runner:v1-ubuntu-22.04';

let program: string;
beforeEach((context) => {
  program = findGoTool(context, 'registry');
});

async function start(tls?: Parameters<typeof startRegistry>[1]): Promise<RegistryProcess> {
  const registry = await startRegistry(program, tls);
  onTestFinished(registry.stop);
  return registry;
}

/** Pushes every image of the fleet in `folder`, and gives their digests by their names upstream. */
async function fill(host: string, folder: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { upstream, reference } of listImages(folder)) {
    const [name, tag] = reference.slice(host.length + 1).split(':') as [string, string];
    digests.set(upstream, await pushIndex(host, name, tag, platforms));
  }
  return digests;
}

function listImages(folder: string): { upstream: string; reference: string }[] {
  const { stdout } = runFleetc(folder, ['images', '--format', 'json']);
  return JSON.parse(stdout).environments[0].images;
}

it('locks what a real registry has, and build emits those digests', async () => {
  const { host } = await start();
  const folder = makeFleet(host, runner);
  const digests = await fill(host, folder);
  const lock = ['lock', '--through-proxy', '--plain-http', host];
  expect(runFleetc(folder, lock)).toMatchObject({ code: 0 });
  const text = readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8');
  expect(text.match(/- linux\/amd64\n {6}- linux\/arm64\n/g)).toHaveLength(digests.size);

  expect(runFleetc(folder, ['build', '--locked', '--out', 'out'])).toMatchObject({ code: 0 });
  for (const { upstream, reference } of listImages(folder)) {
    expect(reference).toMatch(new RegExp(`^${host}/.*@${digests.get(upstream)}$`));
  }
  const emitted = execFileSync('grep', ['-rhoE', `${host}[^" ]*@sha256:[0-9a-f]{64}`, 'out'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(emitted).toContain(`@${digests.get(runner)}`);

  const moved = await pushIndex(host, 'hub/acme/runner', 'v1-ubuntu-22.04', ['amd64']);
  expect(runFleetc(folder, [...lock, '--check'])).toMatchObject({
    code: 3,
    stdout: `stale    ${runner}  ${digests.get(runner)} -> ${moved}\n`,
  });
  expect(runFleetc(folder, lock).stdout).toBe('');
  expect(runFleetc(folder, [...lock, '--update', 'acme/runner']).code).toBe(0);
  expect(readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8')).toContain(moved);
});

it('takes the platform of a single image from its configuration', async () => {
  const { host } = await start();
  const folder = makeFleet(host, runner);
  await fill(host, folder);
  const { digest } = await pushImage(host, 'hub/acme/runner', 's390x', 'x', 'v1-ubuntu-22.04');
  expect(runFleetc(folder, ['lock', '--through-proxy'])).toMatchObject({ code: 0 });
  const text = readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8');
  expect(text).toContain(
    `  ${runner}:\n    digest: ${digest}\n    platforms:\n      - linux/s390x\n`,
  );
});

it('says of a real registry what is not in it, and writes nothing', async () => {
  const { host } = await start();
  const folder = makeFleet(host, runner);
  const { code, stderr } = runFleetc(folder, ['lock', '--through-proxy']);
  expect(code).toBe(4);
  expect(stderr.match(/^error\[\w+\]/gm)).toEqual(
    Array.from({ length: 10 }, () => 'error[FLC6936]'),
  );
  expect(() => readFileSync(join(folder, 'fleet.lock.yaml'))).toThrow('ENOENT');
});

const codes = (stderr: string) => new Set(stderr.match(/^error\[\w+\]/gm));

it('trusts a private authority by --ca and by NODE_EXTRA_CA_CERTS, and nobody without', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const tls = resolve(import.meta.dirname, '../test/tls');
  const der = Buffer.from(readFileSync(join(tls, 'server-key.der.base64'), 'utf8'), 'base64');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  writeFileSync(join(folder, 'key.pem'), key.export({ format: 'pem', type: 'pkcs8' }));
  const { host } = await start({
    certificate: join(tls, 'server.pem'),
    key: join(folder, 'key.pem'),
  });
  const fleet = makeFleet(host, runner);
  const authority = join(tls, 'authority.pem');
  const lock = ['lock', '--through-proxy'];
  expect(codes(runFleetc(fleet, lock).stderr)).toEqual(new Set(['error[FLC6933]']));
  const missing = new Set(['error[FLC6936]']);
  expect(codes(runFleetc(fleet, [...lock, '--ca', authority]).stderr)).toEqual(missing);
  const env = { NODE_EXTRA_CA_CERTS: authority };
  expect(codes(runFleetc(fleet, lock, env).stderr)).toEqual(missing);
});

it('prints commands that copy the images with their digests', async (context) => {
  const crane = findGoTool(context, 'crane');
  const [from, to] = [await start(), await start()];
  const folder = makeFleet(from.host, `${from.host}/acme/runner:v1-ubuntu-22.04`);
  const digest = await pushIndex(from.host, 'acme/runner', 'v1-ubuntu-22.04', platforms);
  await fill(from.host, folder);
  const lock = ['lock', '--through-proxy'];
  expect(runFleetc(folder, lock)).toMatchObject({ code: 0 });
  const place = `${to.host}/mirror`;
  const { stdout } = runFleetc(folder, ['images', '--copy-commands', 'crane', '--to', place]);
  const command = stdout.split('\n').find((line) => line.includes('acme/runner'))!;
  expect(command).toBe(
    `crane copy ${from.host}/acme/runner@${digest} ${place}/acme/runner:v1-ubuntu-22.04`,
  );
  execFileSync('sh', ['-c', command], {
    env: { PATH: `${resolve(crane, '..')}:${process.env['PATH']}`, HOME: folder },
    stdio: 'ignore',
  });
  const copied = await fetch(
    `http://${place.replace('/', '/v2/')}/acme/runner/manifests/v1-ubuntu-22.04`,
    {
      headers: { accept: 'application/vnd.oci.image.index.v1+json' },
    },
  );
  expect(copied.headers.get('docker-content-digest')).toBe(digest);
});
