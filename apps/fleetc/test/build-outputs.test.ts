import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithEnvironments, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const outputs = (...entries: readonly string[]) =>
  `outputs:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}`;
const kustomize = 'target: kustomize, dir: out/kustomize';
const plain = 'target: plain, dir: out/plain';
const flux = (path: string) =>
  `target: flux, dir: out/flux, source: { git: { url: "https://git.example.com/infra.git"${path} } }`;
const repo = 'repo: { url: "https://git.example.com/infra.git" }';

/** Every file and folder below a folder, sorted. */
function list(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    : [];
}

it('builds every output at once, each with a line of its own', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain, kustomize) });
  const { code, stdout, stderr } = runFleetc(folder, ['build']);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(/\nout\/plain: \d+ written, 0 unchanged, 0 deleted\n/);
  expect(stderr).toMatch(/\nout\/kustomize: \d+ written, 0 unchanged, 0 deleted\n/);
  expect(stderr).toMatch(/\nnext: run the commands in out\/kustomize\/README\.md\n$/);
  expect(list(join(folder, 'out'))).toEqual(
    expect.arrayContaining(['plain/README.md', 'kustomize/overlays/default/kustomization.yaml']),
  );
  expect(existsSync(join(folder, 'build'))).toBe(false);
});

it('counts folders from the fleet file, wherever it is called', () => {
  const folder = makeFolder({ 'infra/fleet.yaml': plainFleet + outputs(plain) });
  expect(runFleetc(folder, ['build', 'infra']).stderr).toContain('\ninfra/out/plain: ');
  expect(existsSync(join(folder, 'infra/out/plain/README.md'))).toBe(true);
});

it('checks every output, and tells where they differ', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain, kustomize) });
  const check = () => runFleetc(folder, ['build', '--check']);
  expect(check().code).toBe(3);
  runFleetc(folder, ['build']);
  expect(check().code).toBe(0);
  expect(check().stderr).toMatch(/out\/plain is up to date: .*\nout\/kustomize is up to date: /);
  writeFileSync(
    join(folder, 'fleet.yaml'),
    plainFleet.replace('replicas: 2', 'replicas: 3') + outputs(plain, kustomize),
  );
  const { code, stdout } = check();
  expect(code).toBe(3);
  expect(stdout.match(/^changed {2}\S+$/gm)).toEqual([
    'changed  out/plain/50-runners/runnerdeployment-acme-ci.yaml',
    'changed  out/kustomize/base/resources/actions-runner-system/runnerdeployment-acme-ci.yaml',
  ]);
});

it('builds the outputs of one target, and that target without any', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain, kustomize) });
  expect(runFleetc(folder, ['build', '--target', 'kustomize']).code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toEqual(['kustomize']);
  expect(runFleetc(folder, ['build', '--target', 'helmfile', '-q']).code).toBe(0);
  expect(existsSync(join(folder, 'build/helmfile.yaml'))).toBe(true);
});

it('puts one output elsewhere, and refuses to put several there', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain, kustomize) });
  expect(runFleetc(folder, ['build', '--out', 'there'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      '"--out" is for one output, and the fleet file has several: plain in out/plain, kustomize in out/kustomize; choose one with --target',
    ),
  });
  expect(runFleetc(folder, ['build', '--target', 'plain', '--out', 'there']).code).toBe(0);
  expect(existsSync(join(folder, 'there/README.md'))).toBe(true);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it.each([
  ['argocd', '"repo"'],
  ['flux', '"source"'],
])('says what %s needs to know when it is asked for alone', (target, key) => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stderr } = runFleetc(folder, ['build', '--target', target]);
  expect(code).toBe(2);
  expect(stderr).toContain(`target "${target}" has to know where the cluster finds the output`);
  expect(stderr).toContain(`${key} under "outputs"`);
});

it('builds what the fleet file says for Argo CD and Flux', () => {
  const entries = [
    `target: argocd, dir: out/argocd, ${repo}`,
    'target: flux, dir: out/flux, source: { git: { url: "https://git.example.com/infra.git" } }',
  ];
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(...entries) });
  expect(runFleetc(folder, ['build']).code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toEqual(['argocd', 'flux']);
});

it('says of each output that changed what comes next', () => {
  const entries = [
    `target: argocd, dir: out/argocd, ${repo}`,
    'target: flux, dir: out/flux, source: { git: { url: "https://git.example.com/infra.git" } }',
    'target: flux, dir: out/oci, namespace: flux-two, source: { oci: { url: "oci://registry.example.com/infra" } }',
    plain,
  ];
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(...entries) });
  const next = () => runFleetc(folder, ['build']).stderr.match(/^next: .*$/gm);
  expect(next()).toEqual([
    'next: commit out/argocd',
    'next: commit out/flux',
    'next: run the commands in out/oci/README.md',
    'next: run the commands in out/plain/README.md',
  ]);
  expect(next()).toBeNull();
  rmSync(join(folder, 'out/flux/README.md'));
  expect(next()).toEqual(['next: commit out/flux']);
});

it('warns where the default path of a Git output does not fit', () => {
  const oci =
    'target: flux, dir: out/oci, namespace: two, source: { oci: { url: "oci://registry.example.com/a" } }';
  const argocd = `target: argocd, dir: out/argocd, ${repo}`;
  const folder = makeFolder({
    'infra/ci/fleet.yaml': plainFleet + outputs(plain, argocd, flux(''), oci),
    'infra/said/fleet.yaml': plainFleet + outputs(flux(', path: out/flux')),
    'fleet.yaml': plainFleet + outputs(argocd),
  });
  const warnings = (...args: readonly string[]) => {
    const { code, stdout } = runFleetc(folder, ['build', '-q', '--format', 'json', ...args]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] };
    return [code, ...diagnostics.map(({ severity, message }) => `${severity}: ${message}`)];
  };
  const both = [
    'warning: "repo.path" of "outputs[1]" is "out/argocd" by default, but the output is "infra/ci/out/argocd" in its Git repository',
    'warning: "source.git.path" of "outputs[2]" is "out/flux" by default, but the output is "infra/ci/out/flux" in its Git repository',
  ];
  expect(warnings('infra/ci', '--max-warnings', '1')).toEqual([1, ...both]);
  expect(existsSync(join(folder, 'infra/ci/out'))).toBe(false);
  expect(warnings('infra/ci')).toEqual([0, ...both]);
  expect(warnings('infra/ci', '--check')).toEqual([0, ...both]);
  expect(warnings('infra/ci', '--check', '--max-warnings', '1')).toEqual([1, ...both]);
  expect(warnings('infra/ci', '--target', 'argocd', '--out', 'there')).toEqual([0]);
  expect(warnings('infra/said')).toEqual([0]);
  expect(warnings()).toEqual([0]);
});

it('builds one environment of those outputs only that keep environments apart', () => {
  const text = fleetWithEnvironments + outputs(plain, kustomize);
  const folder = makeFolder({ 'fleet.yaml': text });
  const { code, stderr } = runFleetc(folder, ['build', '--env', 'staging']);
  expect(code).toBe(2);
  expect(stderr).toContain(
    'target "kustomize" (out/kustomize) shares files among environments, so that "--env" cannot build one alone; leave it out',
  );
  expect(existsSync(join(folder, 'out'))).toBe(false);
  expect(runFleetc(folder, ['build', '--env', 'staging', '--target', 'plain']).code).toBe(0);
  expect(existsSync(join(folder, 'out/plain/production'))).toBe(false);
});

it.each([
  ['an unknown target', outputs('target: kustomise, dir: a'), 'FLC2004'],
  ['no target', outputs('dir: a'), 'FLC2003'],
  ['one folder twice', outputs('target: plain, dir: a', 'target: helmfile, dir: a'), 'FLC4851'],
  [
    'a folder in another',
    outputs('target: plain, dir: a', 'target: helmfile, dir: a/b'),
    'FLC4851',
  ],
  ['one folder in two cases', outputs('target: plain, dir: a', 'target: plain, dir: A'), 'FLC4851'],
  ['a folder above the root', outputs('target: plain, dir: ../a'), 'FLC2005'],
  ['the way up hidden in the middle', outputs('target: plain, dir: a/../../b'), 'FLC2005'],
  ['an absolute folder', outputs('target: plain, dir: /tmp/a'), 'FLC2005'],
  ['the folder of the fleet file', outputs('target: plain, dir: .'), 'FLC2005'],
])('refuses %s, with one finding, and writes nothing', (_, block, code) => {
  const folder = makeFolder({ 'infra/fleet.yaml': plainFleet + block });
  const before = list(folder);
  const result = runFleetc(folder, ['build', 'infra', '--format', 'json']);
  expect(result.code).toBe(1);
  expect(JSON.parse(result.stdout).diagnostics).toMatchObject([{ code }]);
  expect(list(folder)).toEqual(before);
});

it('refuses an unknown target on the command line', () => {
  const { code, stderr } = runFleetc(makeFolder({ 'fleet.yaml': plainFleet }), [
    'build',
    '--target',
    'kustomise',
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('kustomize');
});

it('refuses a link on the way to an output, and one inside of it', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain), 'elsewhere/mine': '' });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'out'));
  const above = runFleetc(folder, ['build']);
  expect(above.code).toBe(1);
  expect(above.stderr).toMatch(/^error\[FLC6015\]: "out" is a symbolic link\n/);

  const other = makeFolder({ 'fleet.yaml': plainFleet + outputs(plain), 'elsewhere/mine': '' });
  mkdirSync(join(other, 'out/plain'), { recursive: true });
  symlinkSync(join(other, 'elsewhere'), join(other, 'out/plain/50-runners'));
  const inside = runFleetc(other, ['build', '--force']);
  expect(inside.code).toBe(1);
  expect(inside.stderr).toMatch(/^error\[FLC6015\]: "out\/plain\/50-runners" is a symbolic link\n/);

  for (const one of [folder, other]) expect(list(join(one, 'elsewhere'))).toEqual(['mine']);
});

it('writes no output at all when one of them was edited by hand', () => {
  const text = plainFleet + outputs(plain, kustomize);
  const folder = makeFolder({ 'fleet.yaml': text });
  runFleetc(folder, ['build']);
  appendFileSync(join(folder, 'out/kustomize/README.md'), 'mine\n');
  writeFileSync(join(folder, 'fleet.yaml'), text.replace('replicas: 2', 'replicas: 3'));
  const runner = join(folder, 'out/plain/50-runners/runnerdeployment-acme-ci.yaml');
  const before = readFileSync(runner, 'utf8');
  const { code, stderr } = runFleetc(folder, ['build']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[FLC6012\]: "out\/kustomize\/README\.md" /);
  expect(readFileSync(runner, 'utf8')).toBe(before);
  expect(readFileSync(join(folder, 'out/kustomize/README.md'), 'utf8')).toMatch(/mine\n$/);
  expect(runFleetc(folder, ['build', '--force']).code).toBe(0);
  expect(readFileSync(runner, 'utf8')).not.toBe(before);
});

it('refuses the folder of another fleet, and keeps what is in it', () => {
  const folder = makeFolder({
    'a.fleet.yaml': plainFleet,
    'b.fleet.yaml': plainFleet.replace('name: acme', 'name: web'),
  });
  expect(runFleetc(folder, ['build', 'a.fleet.yaml', '--out', 'deploy']).code).toBe(0);
  const before = list(join(folder, 'deploy'));
  const second = runFleetc(folder, ['build', 'b.fleet.yaml', '--out', 'deploy']);
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(
    /^error\[FLC6020\]: "deploy" holds what was built from the fleet "acme", not from\s+"web"\n/,
  );
  expect(list(join(folder, 'deploy'))).toEqual(before);
  expect(runFleetc(folder, ['build', 'a.fleet.yaml', '--out', 'deploy', '--check']).code).toBe(0);
});

it('names the folder of the environment that was built, and not that of all', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  const { code, stderr } = runFleetc(folder, ['build', '--env', 'staging', '--out', 'deploy']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/\ndeploy\/staging: \d+ written, 0 unchanged, 0 deleted\n/);
  expect(existsSync(join(folder, 'deploy/staging/README.md'))).toBe(true);
});
