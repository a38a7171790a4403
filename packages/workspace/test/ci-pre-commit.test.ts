import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { cloneRepository, edit, makeUserRepository, readYaml, root, run } from './ci-clone.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = readYaml<readonly Hook[]>('.pre-commit-hooks.yaml');
let clone: string;

beforeAll(() => {
  clone = cloneRepository();
});

/** Runs a hook as pre-commit does: its file in the clone, then its arguments, yours, and the files that change. */
function runHook(
  id: string,
  project: string,
  files: readonly string[],
  args: readonly string[] = [],
) {
  const hook = hooks.find((one) => one.id === id)!;
  const [script, ...own] = hook.entry.split(' ');
  const matching = files.filter((file) => new RegExp(hook.files).test(file));
  return run([join(clone, script!), ...own, ...args, ...matching], project);
}

it('builds the clone at the first run alone', () => {
  const { path } = makeUserRepository();
  runHook('fleetc-check', path, ['fleet.yaml']);
  runHook('fleetc-check', path, ['fleet.yaml']);
  expect(readFileSync(join(clone, 'npm.log'), 'utf8')).toBe(
    [
      'ci --ignore-scripts --loglevel=error\n',
      'run generate --workspaces --if-present --loglevel=error\n',
      'run build --workspace fleetc --loglevel=error\n',
    ].join(''),
  );
});

it('ends with 0 for a fleet without findings and a tree that is up to date', () => {
  const { path } = makeUserRepository();
  run(['node', join(clone, 'apps/fleetc/bin/fleetc.mjs'), 'build'], path);
  expect(runHook('fleetc-check', path, ['fleet.yaml']).code).toBe(0);
  expect(runHook('fleetc-build', path, ['fleet.yaml']).code).toBe(0);
});

it('ends with 3 for a tree that is not up to date', () => {
  const { path } = makeUserRepository('infra');
  const { code, stdout } = runHook('fleetc-build', path, ['infra/fleet.yaml']);
  expect(code).toBe(3);
  expect(stdout).toContain('missing  infra/build/README.md\n');
});

it('looks at every file, and ends with 1 when one of them is wrong', () => {
  const { path, fleet } = makeUserRepository('infra');
  mkdirSync(join(path, 'other'));
  const other = join(path, 'other/ci.fleet.yaml');
  cpSync(fleet, other);
  edit(fleet, 'replicas: 2', 'replicas: -2');
  const files = [relative(path, fleet), relative(path, other)];
  const { code, stderr } = runHook('fleetc-check', path, files, ['--max-warnings', '0']);
  expect(code).toBe(1);
  expect(stderr).toContain('infra/fleet.yaml: 1 error');
  expect(stderr).toContain('other/ci.fleet.yaml: no findings');
});

it('lays out what changes, once, and has nothing to say the next time', () => {
  const { path, fleet } = makeUserRepository('infra');
  const before = readFileSync(fleet, 'utf8');
  edit(fleet, 'kind: Fleet', 'kind:   Fleet');
  expect(runHook('fleetc-fmt', path, ['infra/fleet.yaml'])).toMatchObject({
    code: 0,
    stdout: 'infra/fleet.yaml\n',
  });
  const after = readFileSync(fleet, 'utf8');
  expect(after.split('\n').sort()).toEqual(before.split('\n').sort());
  expect(runHook('fleetc-fmt', path, ['infra/fleet.yaml', 'infra/build/a.yaml'])).toMatchObject({
    code: 0,
    stdout: '',
  });
  expect(readFileSync(fleet, 'utf8')).toBe(after);
});

it('takes the files that a fleet is read from, and for a build those that it writes', () => {
  const read = [
    'fleet.yaml',
    'a/fleetc.yaml',
    'a b/ci.fleet.yaml',
    'fleet.lock.yaml',
    'a/x.sops.yaml',
  ];
  const written = ['build/README.md', 'build/.fleetc-manifest.json', 'build/50-runners/a.yaml'];
  const names = [...read, ...written, 'my-fleet.yaml', 'fleet.yml', 'main.ts'];
  const taken = hooks.map(({ files }) => names.filter((name) => new RegExp(files).test(name)));
  expect(taken).toEqual([read, read.slice(0, 3), [...read, ...written, 'my-fleet.yaml']]);
});

it('looks once at the fleet above what changes, and at none where there is none', () => {
  const { path, fleet } = makeUserRepository('infra');
  run(['node', join(clone, 'apps/fleetc/bin/fleetc.mjs'), 'build', 'infra'], path);
  const files = ['infra/build/README.md', 'infra/build/.fleetc-manifest.json', 'infra/fleet.yaml'];
  expect(runHook('fleetc-build', path, files).code).toBe(0);
  edit(join(path, 'infra/build/README.md'), 'Fleet', 'Navy');
  const { code, stdout } = runHook('fleetc-build', path, files.slice(0, 2));
  expect(code).toBe(3);
  expect(stdout.match(/infra\/build\/README\.md/g)).toHaveLength(1);
  edit(fleet, 'replicas: 2', 'replicas: -2');
  expect(runHook('fleetc-build', path, ['main.md', 'docs/a.yaml'])).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

it('names scripts that can be started, and the keys that pre-commit knows', () => {
  const known = ['description', 'entry', 'files', 'id', 'language', 'name', 'require_serial'];
  for (const hook of hooks) {
    expect(Object.keys(hook).sort()).toEqual(known);
    expect(hook.language).toBe('script');
    expect(statSync(join(root, hook.entry.split(' ')[0]!)).mode & 0o111).toBe(0o111);
  }
});
