import { expect, it } from 'vitest';
import { fleetWithEnvironments, fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const proxied = plainFleet
  .replace(
    '{ direct: [docker.io] }',
    '{ proxy: { harbor: harbor.acme.test }, pullSecrets: [pull] }',
  )
  .replace(
    'credentials:\n',
    'credentials:\n  pull: { registry: { server: harbor.acme.test, username: robot, secret: { name: pull, from: { existing: true } } } }\n',
  );
const folder = makeFolder({
  'fleet.yaml': plainFleet,
  'proxied.yaml': proxied,
  'several.yaml': fleetWithEnvironments,
  'broken.yaml': fleetWithError,
});

it('lists every image with its upstream, one line each', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['images']);
  expect([code, stderr]).toEqual([0, '']);
  const [heading, ...rows] = stdout.trimEnd().split('\n');
  expect(heading).toMatch(/^UPSTREAM +REFERENCE +PULL SECRETS +PULLED BY$/);
  expect(rows).toHaveLength(9);
  for (const row of rows) expect(row).toMatch(/^\S+ {2,}\S+ {2,}- {2,}\S.*$/);
});

it('shows what the cluster pulls through a proxy, and the login that it needs', () => {
  const { stdout } = runFleetc(folder, ['images', 'proxied.yaml', '--format', 'json']);
  const { version, environments } = JSON.parse(stdout);
  expect([version, environments.length, environments[0].name]).toEqual([1, 1, 'default']);
  for (const image of environments[0].images) {
    expect(image.reference).toMatch(/^harbor\.acme\.test\//);
    expect(image.upstream).toMatch(/^(docker|quay|ghcr)\.io\//);
    expect(image.consumers).not.toEqual([]);
  }
  const runner = environments[0].images.find((image: { consumers: string[] }) =>
    image.consumers.includes('pool "ci"'),
  );
  expect(runner.pullSecrets).toEqual(['pull']);
});

it('names the environment where there are several', () => {
  const { stdout } = runFleetc(folder, ['images', 'several.yaml']);
  const [heading, ...rows] = stdout.trimEnd().split('\n');
  expect(heading).toMatch(/^ENVIRONMENT +UPSTREAM /);
  expect(rows.filter((row) => row.startsWith('production '))).toHaveLength(9);
  expect(rows.filter((row) => row.startsWith('staging '))).toHaveLength(9);
  const one = runFleetc(folder, ['images', 'several.yaml', '--env', 'staging']);
  expect(one.stdout).not.toContain('production');
});

it('lists nothing of a fleet with errors', () => {
  expect(runFleetc(folder, ['images', 'broken.yaml'])).toMatchObject({ code: 1, stdout: '' });
});

it('prints the commands that fill a mirror', () => {
  const crane = runFleetc(folder, ['images', 'proxied.yaml', '--copy-commands', 'crane']);
  expect(crane.code).toBe(0);
  const lines = crane.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(9);
  for (const line of lines) {
    expect(line).toMatch(/^crane copy (docker|quay)\.io\/\S+:\S+ harbor\.acme\.test\/\S+:\S+$/);
  }
  expect(crane.stderr).toBe(
    'note: these commands copy to where the fleet pulls from, and places that Harbor\n' +
      '      fills from upstream by itself take no copies; choose another with --to\n',
  );
  const to = ['--copy-commands', 'skopeo', '--to', 'localhost:5000/mirror'];
  const skopeo = runFleetc(folder, ['images', ...to]);
  expect(runFleetc(folder, ['images', 'proxied.yaml', ...to]).stderr).toBe('');
  expect(skopeo.stdout).toContain(
    'skopeo copy --all --preserve-digests docker://docker.io/library/docker:28.0.4-dind ' +
      'docker://localhost:5000/mirror/library/docker:28.0.4-dind\n',
  );
  const direct = runFleetc(folder, ['images', '--copy-commands', 'crane']).stdout;
  expect(direct.replaceAll(/^# \S+ is pulled from where it is published\n/gm, '')).toBe('');
});

it('prints what Renovate needs behind a proxy', () => {
  const { stdout } = runFleetc(folder, ['images', 'proxied.yaml', '--renovate-aliases']);
  const { registryAliases } = JSON.parse(stdout);
  expect(Object.values(registryAliases).sort()).toEqual(['docker.io', 'quay.io']);
});

it.each<[readonly string[], string]>([
  [['--copy-commands', 'crane', '--format', 'json'], 'exclude each other'],
  [['--renovate-aliases', '--copy-commands', 'crane'], 'exclude each other'],
  [['--to', 'm.test'], '"--to" needs "--copy-commands"'],
  [['--copy-commands', 'docker'], 'is one of crane, skopeo'],
  [['--copy-commands', 'crane', '--to', 'https://m.test/x'], 'needs HOST or HOST/PREFIX'],
  [['--copy-commands', 'crane', '--to', 'mirror'], 'needs HOST or HOST/PREFIX'],
  [['--copy-commands', 'crane', '--to', 'm.test/Upper'], 'upper-case'],
])('refuses %j', (args, message) => {
  const { code, stdout, stderr } = runFleetc(folder, ['images', ...args]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

it('says below the table why one image has no pull secrets', () => {
  const { stdout, stderr } = runFleetc(folder, ['images', 'proxied.yaml']);
  expect(stdout).toMatch(/ - +cert-manager ACME solver\n/);
  expect(stderr.replaceAll(/\s+/g, ' ')).toBe(
    'note: the chart of cert-manager has no way to give pull secrets to its ACME solver, which is pulled only where a certificate is validated over HTTP ',
  );
  expect(runFleetc(folder, ['images', 'proxied.yaml', '--format', 'json']).stderr).toBe('');
});
