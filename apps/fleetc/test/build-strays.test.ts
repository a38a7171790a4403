import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithEnvironments, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const where = {
  argocd: ', repo: { url: "https://git.example.com/infra.git" }',
  flux: ', source: { git: { url: "https://git.example.com/infra.git" } }',
  kustomize: '',
  helmfile: '',
  plain: '',
};
type Target = keyof typeof where;
const fleetFor = (target: Target) =>
  `${plainFleet}outputs: [{ target: ${target}, dir: deploy${where[target]} }]\n`;

const built = new Map<Target, string>();

/** A fleet that is built into `deploy`: once for each target, and copied for each test. */
function makeBuilt(target: Target): string {
  const folder = makeFolder();
  cpSync(built.get(target) ?? buildOnce(target), folder, { recursive: true });
  return folder;
}

function buildOnce(target: Target): string {
  const folder = makeFolder({ 'fleet.yaml': fleetFor(target) });
  expect(runFleetc(folder, ['build']).code).toBe(0);
  built.set(target, folder);
  return folder;
}

/** Codes and severities of a build in words, behind its exit code. */
function buildIn(folder: string, ...args: readonly string[]): (string | number | null)[] {
  const { code, stdout } = runFleetc(folder, ['build', '-q', '--format', 'json', ...args]);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] };
  return [code, ...diagnostics.map((one) => `${one['severity']} ${one['code']} ${one['message']}`)];
}

const isUnlisted = (name: string) =>
  `FLC6021 "deploy/${name}" lies in the output and was not written by fleetc`;

it.each(['argocd', 'flux', 'kustomize', 'helmfile'] as const)(
  'refuses a manifest that somebody put into a tree for %s, and lists it',
  (target) => {
    const folder = makeBuilt(target);
    const manifest = readFileSync(join(folder, 'deploy/.fleetc-manifest.json'), 'utf8');
    const place = Object.keys((JSON.parse(manifest) as { files: object }).files)
      .filter((path) => path.endsWith('.yaml') && path.includes('/'))
      .map((path) => path.replace(/[^/]+$/, 'evil.yaml'))
      .at(-1)!;
    writeFileSync(join(folder, 'deploy', place), 'kind: Secret\n');
    expect(buildIn(folder)).toEqual([1, `error ${isUnlisted(place)}`]);
    const check = runFleetc(folder, ['build', '--check']);
    expect([check.code, check.stdout]).toEqual([3, `foreign  deploy/${place}\n`]);
    expect(check.stderr).toMatch(/\nnext: move the foreign files away, then run "fleetc build"\n$/);
    expect(buildIn(folder, '--force')).toEqual([0, `warning ${isUnlisted(place)}`]);
    expect(readFileSync(join(folder, 'deploy', place), 'utf8')).toBe('kind: Secret\n');
    rmSync(join(folder, 'deploy', place));
    expect(buildIn(folder, '--check')).toEqual([0]);
  },
);

it('only warns of one in a plain tree', () => {
  const folder = makeBuilt('plain');
  writeFileSync(join(folder, 'deploy/mine.yaml'), 'kind: Secret\n');
  const warning = `warning ${isUnlisted('mine.yaml')}`;
  expect(buildIn(folder)).toEqual([0, warning]);
  expect(buildIn(folder, '--check')).toEqual([0, warning]);
  expect(buildIn(folder, '--max-warnings', '0')).toEqual([1, warning]);
  expect(buildIn(folder, '--check', '--max-warnings', '0')).toEqual([1, warning]);
});

it.each(['a.yml', 'a.JSON', 'a.jsonnet', 'Kustomization'])('takes %s for a manifest', (name) => {
  const folder = makeBuilt('argocd');
  writeFileSync(join(folder, 'deploy', name), '');
  expect(buildIn(folder)).toEqual([1, `error ${isUnlisted(name)}`]);
});

it.each(['.gitignore', '.gitattributes', '.sops.yaml', 'README', 'NOTES.md', 'OWNERS'])(
  'takes %s for no manifest',
  (name) => {
    const folder = makeBuilt('argocd');
    writeFileSync(join(folder, 'deploy', name), '');
    expect(buildIn(folder)).toEqual([0]);
    expect(buildIn(folder, '--check')).toEqual([0]);
  },
);

it('looks into the environments only that are built', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  runFleetc(folder, ['build']);
  writeFileSync(join(folder, 'build/production/mine.yaml'), '');
  expect(buildIn(folder, '--env', 'staging')).toEqual([0]);
  expect(buildIn(folder, '--env', 'production')).toHaveLength(2);
});

it('refuses one tree in another, from the inside and from the outside', () => {
  const folder = makeFolder({
    'a.fleet.yaml': plainFleet,
    'b.fleet.yaml': plainFleet.replace('name: acme', 'name: web'),
  });
  const build = (fleet: string, out: string, ...args: readonly string[]) =>
    buildIn(folder, `${fleet}.fleet.yaml`, '--out', out, ...args);
  const inside =
    'error FLC6022 "deploy/base" lies in "deploy", which holds what was built from the fleet "acme"';
  expect(build('a', 'deploy')).toEqual([0]);
  expect(build('b', 'deploy/base')).toEqual([1, inside]);
  expect(build('b', 'deploy/base', '--check')).toEqual([1, inside]);
  expect(existsSync(join(folder, 'deploy/base'))).toBe(false);
  const outside =
    'error FLC6022 "deploy" holds "deploy/base", and with it what was built from the fleet "web"';
  expect(build('b', 'deploy/base', '--force')).toEqual([0]);
  expect(build('a', 'deploy')).toEqual([1, outside]);
  expect(build('a', 'deploy', '--check')).toEqual([1, outside]);
  expect(build('b', 'beside')).toEqual([0]);
});

it('looks for trees above no further than the work tree goes', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'inner/repo/.git/HEAD': '' });
  expect(buildIn(folder, '--out', 'inner')).toEqual([0]);
  expect(buildIn(folder, '--out', 'inner/repo/deploy')).toEqual([0]);
});

it('tells what was edited by hand from what is old, and says what to do first', () => {
  const folder = makeBuilt('argocd');
  writeFileSync(join(folder, 'deploy/README.md'), 'mine\n');
  const { code, stdout, stderr } = runFleetc(folder, ['build', '--check']);
  expect([code, stdout]).toEqual([3, 'edited   deploy/README.md\n']);
  expect(stderr).toMatch(
    /\nnext: move what was edited by hand into the fleet file and restore it, then run "fleetc build"\n$/,
  );
});

it('annotates a run of GitHub Actions whose output is old', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stderr } = runFleetc(folder, ['build', '--check', '-q'], {
    env: { GITHUB_ACTIONS: 'true' },
  });
  expect(code).toBe(3);
  expect(stderr).toMatch(/^::error title=FLC6024[^:]*::"build" is not what a build would write: /);
});

it('counts what the output refuses', () => {
  const folder = makeBuilt('argocd');
  writeFileSync(join(folder, 'deploy/README.md'), 'mine\n');
  const { code, stderr } = runFleetc(folder, ['build']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[FLC6012\]: [^]*\nfleet\.yaml: 1 error\n$/);
});

it('names a merge conflict in the manifest, and the command that ends it', () => {
  const folder = makeBuilt('argocd');
  const manifest = join(folder, 'deploy/.fleetc-manifest.json');
  writeFileSync(manifest, `<<<<<<< HEAD\n${readFileSync(manifest, 'utf8')}=======\n>>>>>>> b\n`);
  expect(buildIn(folder)).toEqual([
    1,
    'error FLC6018 "deploy/.fleetc-manifest.json" holds the marks of a merge conflict',
  ]);
});
