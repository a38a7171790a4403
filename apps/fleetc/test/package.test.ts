import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listBundledPackages } from '../release/bundled-packages.mjs';

const app = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'fleetc-package-'));
const installed = join(folder, 'node_modules/fleetc');
const env = { PATH: process.env['PATH'], HOME: folder };

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: object;
}

const manifest = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as Manifest;

function npm(...args: string[]): string {
  return execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8' });
}

// Packed without its scripts: the build that they would do again is the one under test, and others read it meanwhile.
beforeAll(() => {
  execFileSync(process.execPath, [join(app, 'release/prepare.mjs')]);
  npm('pack', app, '--ignore-scripts', '--pack-destination', folder, '--silent');
  npm('install', './fleetc-0.1.0.tgz', '--offline', '--no-audit', '--no-fund', '--silent');
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function fleetc(...args: string[]) {
  const program = join(folder, 'node_modules/.bin/fleetc');
  return spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
}

it('packs what a build makes, by the script that a release runs', () => {
  expect(manifest.scripts['prepack']).toBe('node build.mjs && node release/prepare.mjs');
});

it('installs into an empty folder without a registry, and without a dependency or script', () => {
  expect(readdirSync(join(folder, 'node_modules')).sort()).toEqual([
    '.bin',
    '.package-lock.json',
    'fleetc',
  ]);
  expect(manifest.dependencies).toBeUndefined();
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];
  expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
});

it('holds the program, the licences and the list of what is inside, and nothing else', () => {
  expect(readdirSync(installed).sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    'package.json',
  ]);
  expect(readdirSync(join(installed, 'dist')).sort()).toEqual([
    'THIRD-PARTY-LICENSES.txt',
    'chunks',
    'commands',
    'main.mjs',
    'sbom.cdx.json',
  ]);
});

it('goes the way of the quickstart', () => {
  expect(fleetc('--version')).toMatchObject({ status: 0, stdout: 'fleetc 0.1.0\n' });
  expect(fleetc('init')).toMatchObject({ status: 0 });
  expect(fleetc('check')).toMatchObject({ status: 0, stdout: '' });
  expect(fleetc('build', '--out', 'build')).toMatchObject({ status: 0, stdout: '' });
  expect(fleetc('build', '--out', 'build', '--check')).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'build'))).toContain('50-runners');
});

it('carries the licence of everything that is in it', () => {
  const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  const packages = listBundledPackages();
  expect(packages.length).toBeGreaterThan(10);
  for (const { name, version, license, text } of packages) {
    expect(notices).toContain(`${name} ${version} (${license})\n\n${text}\n`);
    // Each lets anybody pass the code on inside a bundle; another one has to be read by a person first.
    expect(['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']).toContain(license);
  }
});

it('lists what is inside as CycloneDX, each with the hash of the lock file', () => {
  const text = readFileSync(join(installed, 'dist/sbom.cdx.json'), 'utf8');
  const { components } = JSON.parse(text) as { components: Record<string, unknown>[] };
  expect(components.map(({ name, version }) => `${String(name)} ${String(version)}`)).toEqual(
    listBundledPackages().map(({ name, version }) => `${name} ${version}`),
  );
  for (const { hashes } of components) {
    expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
  }
});
