import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTree } from './support/find-leaks.ts';
import { fleetWithEnvironments, fleetWithError, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

/** A folder in which a fleet was built, and then changed. */
function buildThenChange(fleet: string, changed: string): string {
  const folder = makeFolder({ 'fleet.yaml': fleet });
  const { code, stderr } = runFleetc(folder, ['build', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  writeFileSync(join(folder, 'fleet.yaml'), changed);
  return folder;
}

const moreRunners = plainFleet.replace('replicas: 2', 'replicas: 4');

it('says nothing and ends with 0 after a build', () => {
  const folder = buildThenChange(plainFleet, plainFleet);
  expect(runFleetc(folder, ['diff'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'no difference in meaning\n',
  });
  expect(runFleetc(folder, ['diff', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('says in words what a build would change, ends with 3 and writes nothing', () => {
  const folder = buildThenChange(plainFleet, moreRunners);
  const before = readTree(folder);
  expect(runFleetc(folder, ['diff'])).toEqual({
    code: 3,
    stdout: '  no restart pool "ci": replicas 2 -> 4\n',
    stderr: '1 change: 1 without a restart\n',
  });
  expect(readTree(folder)).toEqual(before);
  const never = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stdout } = runFleetc(never, ['diff', '--out', 'elsewhere', '--quiet']);
  expect(code).toBe(3);
  expect(stdout).toContain('  no restart pool "ci" added (2 runners)\n');
  expect(Object.keys(readTree(never))).toEqual(['fleet.yaml']);
});

it('colours what goes to a terminal, when it is told to', () => {
  const folder = buildThenChange(plainFleet, moreRunners);
  const { stdout } = runFleetc(folder, ['diff', '--color', 'always', '--quiet']);
  expect(stdout).toBe('  \u001b[32mno restart\u001b[0m pool "ci": replicas 2 -> 4\n');
});

it('gives a document to scripts and a comment to pull requests', () => {
  const folder = buildThenChange(plainFleet, moreRunners);
  const json = runFleetc(folder, ['diff', '--format', 'json']);
  expect([json.code, json.stderr]).toEqual([3, '']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    version: 1,
    equal: false,
    counts: { danger: 0, removed: 0, recreated: 0, restarts: 0, none: 1 },
    outputs: [
      {
        target: 'plain',
        folder: 'build',
        changes: [
          {
            environment: 'default',
            subject: { type: 'pool', name: 'ci' },
            facts: [{ path: 'spec.replicas', before: '2', after: '4' }],
          },
        ],
      },
    ],
  });
  const markdown = runFleetc(folder, ['diff', '--format', 'markdown']);
  expect(markdown).toEqual({
    code: 3,
    stdout: [
      '<!-- fleetc diff -->',
      '**fleetc diff**: 1 change: 1 without a restart',
      '',
      '| Level | What changes | What follows |',
      '| --- | --- | --- |',
      '| no restart | <code>pool "ci"</code>: <code>replicas</code> <code>2</code> → <code>4</code> |  |',
      '',
    ].join('\n'),
    stderr: '',
  });
});

it('tells which files a build would refuse to replace', () => {
  const folder = buildThenChange(plainFleet, plainFleet);
  const file = 'build/50-runners/runnerdeployment-acme-ci.yaml';
  appendFileSync(join(folder, file), '# mine\n');
  expect(runFleetc(folder, ['diff', '--quiet'])).toEqual({
    code: 0,
    stdout: [
      `note: ${file} was changed since`,
      '      fleetc wrote it; a build refuses to replace it',
      '',
    ].join('\n'),
    stderr: '',
  });
  writeFileSync(
    join(folder, file),
    readFileSync(join(folder, file), 'utf8').replace(/replicas: 2/, 'replicas: 9'),
  );
  const { code, stdout } = runFleetc(folder, ['diff', '--format', 'json']);
  expect(code).toBe(3);
  expect(JSON.parse(stdout).outputs[0]).toMatchObject({
    changes: [{ facts: [{ before: '9', after: '2' }] }],
    files: [{ path: file, state: 'edited' }],
  });
});

it.each([
  ['an error', fleetWithError],
  ['a syntax error', `${plainFleet}a: [\n`],
])('ends with 1 when the fleet has %s', (_, fleet) => {
  const folder = makeFolder({ 'fleet.yaml': fleet });
  const { code, stdout, stderr } = runFleetc(folder, ['diff']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^error\[FLC/);
});

it('ends with 4 when there is nothing to compile or the folder cannot be read', () => {
  const file = 'build/50-runners/runnerdeployment-acme-ci.yaml';
  expect(runFleetc(makeFolder(), ['diff']).code).toBe(4);
  const folder = buildThenChange(plainFleet, plainFleet);
  writeFileSync(join(folder, file), '<<<<<<< HEAD\nkind: [\n');
  expect(runFleetc(folder, ['diff'])).toEqual({
    code: 4,
    stdout: '',
    stderr: `fleetc: "${file}" is no YAML that fleetc can read, at line 2\n`,
  });
  rmSync(join(folder, file));
  symlinkSync('/etc/passwd', join(folder, file));
  const linked = runFleetc(folder, ['diff']);
  expect([linked.code, linked.stdout]).toEqual([4, '']);
  expect(linked.stderr).toMatch(/^error\[FLC6015\]: /);
});

const git = 'https://git.example.com/infra.git';
const withOutputs = `${fleetWithEnvironments
  .replace('production: {}', 'production: { destination: { name: one } }')
  .replace('staging: {', 'staging: { destination: { name: two },')}outputs:
  - { target: plain, dir: out/plain }
  - { target: helmfile, dir: out/helmfile }
  - { target: kustomize, dir: out/kustomize }
  - { target: argocd, dir: out/argocd, repo: { url: "${git}", revision: main, path: out/argocd } }
  - { target: flux, dir: out/flux, source: { git: { url: "${git}", revision: main, path: out/flux } } }
`;

it('says the same of every target', () => {
  const folder = buildThenChange(
    withOutputs,
    withOutputs.replace('replicas: 1 }', 'replicas: 7 }'),
  );
  const { code, stdout } = runFleetc(folder, ['diff', '--quiet']);
  expect(code).toBe(3);
  const targets = ['plain', 'helmfile', 'kustomize', 'argocd', 'flux'];
  const change = '\nstaging\n  no restart pool "ci": replicas 1 -> 7\n';
  expect(stdout).toBe(targets.map((target) => `out/${target} (${target})\n${change}`).join('\n'));
  const one = runFleetc(folder, ['diff', '--target', 'kustomize', '--quiet']);
  expect(one.stdout).toBe(change.slice(1));
});

it('looks at one environment, even where environments share files', () => {
  const changed = withOutputs
    .replace('replicas: 2', 'replicas: 3')
    .replace('replicas: 1 }', 'replicas: 7 }');
  const folder = buildThenChange(withOutputs, changed);
  for (const target of ['plain', 'kustomize']) {
    const args = ['diff', '--target', target, '--quiet'];
    expect(runFleetc(folder, [...args, '--env', 'staging'])).toEqual({
      code: 3,
      stdout: 'staging\n  no restart pool "ci": replicas 1 -> 7\n',
      stderr: '',
    });
    expect(runFleetc(folder, [...args, '--env', 'nowhere']).code).toBe(1);
  }
  const input = readFileSync(join(folder, 'fleet.yaml'));
  const piped = runFleetc(folder, ['diff', '-', '--target', 'kustomize', '--env', 'staging'], {
    input,
  });
  expect([piped.code, piped.stdout]).toEqual([2, '']);
});

it('compares with another checkout', () => {
  const folder = makeFolder({ 'infra/fleet.yaml': withOutputs });
  runFleetc(folder, ['build', 'infra', '--quiet']);
  cpSync(join(folder, 'infra'), join(folder, 'main'), { recursive: true });
  const changed = withOutputs
    .replace('replicas: 1 }', 'replicas: 7 }')
    .replace('name: acme', 'name: acme-ci');
  writeFileSync(join(folder, 'infra/fleet.yaml'), changed.replace('name: acme-ci', 'name: acme'));
  runFleetc(folder, ['build', 'infra', '--quiet']);
  expect(runFleetc(folder, ['diff', 'infra']).code).toBe(0);
  const { code, stdout } = runFleetc(folder, [
    'diff',
    'infra',
    '--against',
    'main',
    '--target',
    'flux',
    '-q',
  ]);
  expect([code, stdout]).toEqual([3, 'staging\n  no restart pool "ci": replicas 1 -> 7\n']);
  // Whose tree it is does not matter there, so that a new name can be reviewed.
  writeFileSync(join(folder, 'infra/fleet.yaml'), changed);
  expect(runFleetc(folder, ['diff', 'infra', '--against', 'main', '--target', 'plain']).code).toBe(
    3,
  );
  expect(runFleetc(folder, ['diff', 'infra', '--target', 'plain']).code).toBe(4);

  expect(runFleetc(folder, ['diff', 'infra', '--against', 'nowhere']).code).toBe(4);
  expect(runFleetc(folder, ['diff', 'infra', '--against', 'main', '--out', 'x']).code).toBe(2);
});

function withSecret(value: string): string {
  const ignored = '# fleetc-ignore FLC4002: a test';
  const env = `    ${ignored}\n    env: { DB_PASSWORD: ${value}, A: ${value} }`;
  return plainFleet.replace('    replicas: 2', `    replicas: 2\n${env}`);
}

it('shows neither an old nor a new value that looks like a secret', () => {
  const [one, other] = ['Vw5Nt8Jy3Kc7Rz2Hq9Mb', 'Qz7RkW2mXv9TbL4nHs8Y'];
  const folder = buildThenChange(withSecret(one), withSecret(other));
  for (const format of ['text', 'json', 'markdown']) {
    const { code, stdout, stderr } = runFleetc(folder, ['diff', '--format', format]);
    expect(code).toBe(3);
    expect(stdout).toContain('PASSWORD');
    expect(stdout + stderr).not.toMatch(new RegExp(`${one}|${other}`));
  }
});
