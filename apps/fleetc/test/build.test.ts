import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  fleetWithEnvironments,
  fleetWithError,
  fleetWithWarning,
  plainFleet,
} from './support/fleets.ts';
import { bin, makeFolder, runFleetc } from './support/run-fleetc.ts';

/** Every file below a folder with its text. */
function readTree(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]));
}

it('writes to build beside the fleet.yaml and says what to do next', () => {
  const folder = makeFolder({ 'infra/fleet.yaml': plainFleet });
  const { code, stdout, stderr } = runFleetc(folder, ['build', 'infra']);
  expect([code, stdout]).toEqual([0, '']);
  const files = readTree(join(folder, 'infra/build'));
  expect([...files.keys()]).toContain('README.md');
  const written = files.size - 1;
  expect(stderr).toMatch(/^infra\/fleet\.yaml: no findings\n/);
  expect(stderr).toMatch(/\ninfra\/fleet\.yaml: \d+ objects, 2 Helm releases, 9 images\n/);
  expect(stderr).toContain(`\ninfra/build: ${written} written, 0 unchanged, 0 deleted\n`);
  expect(stderr).toMatch(/\nnext: run the commands in infra\/build\/README\.md\n$/);
});

it('writes the same bytes again, and then touches nothing', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  runFleetc(folder, ['build']);
  runFleetc(folder, ['build', '--out', 'again']);
  const first = readTree(join(folder, 'build'));
  expect(readTree(join(folder, 'again'))).toEqual(first);
  const { stderr } = runFleetc(folder, ['build']);
  expect(stderr).toMatch(
    new RegExp(`\\nbuild: 0 written, ${first.size - 1} unchanged, 0 deleted\\n$`),
  );
});

it('is silent when it is told to be', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  expect(runFleetc(folder, ['build', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('checks that the output is what a build would write', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const check = () => runFleetc(folder, ['build', '--check', '--quiet']);
  const missing = check();
  expect(missing.code).toBe(3);
  expect(missing.stdout).toMatch(/^missing {2}build\/README\.md$/m);
  expect(existsSync(join(folder, 'build'))).toBe(false);
  runFleetc(folder, ['build']);
  expect(check()).toEqual({ code: 0, stdout: '', stderr: '' });

  appendFileSync(join(folder, 'build/README.md'), 'edited\n');
  expect(check()).toMatchObject({ code: 3, stdout: 'edited   build/README.md\n' });
  runFleetc(folder, ['build', '--force']);
  expect(check().code).toBe(0);

  writeFileSync(join(folder, 'fleet.yaml'), plainFleet.replace('replicas: 2', 'replicas: 3'));
  const { code, stdout } = check();
  expect(code).toBe(3);
  expect(stdout).toMatch(/^changed {2}build\/\S+\n$/);
  runFleetc(folder, ['build']);
  expect(check().code).toBe(0);

  rmSync(join(folder, 'build/README.md'));
  expect(check()).toMatchObject({ code: 3, stdout: 'missing  build/README.md\n' });
});

it('says how to make the output what it is to be, with the same arguments', () => {
  const folder = makeFolder({ 'in fra/fleet.yaml': fleetWithEnvironments });
  const args = ['in fra', '--env', 'staging', '--target', 'plain', '--out', 'there'];
  const check = () =>
    runFleetc(folder, ['build', '--check', '--max-warnings', '9', ...args]).stderr;
  expect(check()).toMatch(
    /^error\[FLC6024\]: "there" is not what a build would write:\n[^]*\nnext: run "fleetc build --env staging --target plain --out there 'in fra'"\n$/,
  );
  expect(runFleetc(folder, ['build', ...args]).code).toBe(0);
  expect(check()).not.toContain('next:');
});

it('keeps the list of differences out of a JSON document', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stdout, stderr } = runFleetc(folder, [
    'build',
    '--check',
    '--format',
    'json',
    '-q',
  ]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: 'FLC6024', severity: 'error' }]);
  expect(stderr).toContain('missing  build/README.md\n');
});

it('refuses to replace what was edited or is not its own, until it is forced', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'taken/README.md': 'mine\n' });
  const foreign = runFleetc(folder, ['build', '--out', 'taken', '--format', 'json', '--quiet']);
  expect(foreign.code).toBe(1);
  expect(JSON.parse(foreign.stdout).diagnostics).toMatchObject([{ code: 'FLC6011' }]);
  expect([...readTree(join(folder, 'taken'))]).toEqual([['README.md', 'mine\n']]);

  runFleetc(folder, ['build']);
  appendFileSync(join(folder, 'build/README.md'), 'mine\n');
  const edited = runFleetc(folder, ['build']);
  expect(edited.code).toBe(1);
  expect(edited.stderr).toMatch(/^error\[FLC6012\]: "build\/README\.md" /);
  expect(edited.stderr).not.toContain('next:');
  expect(runFleetc(folder, ['build', '--force']).code).toBe(0);
});

it.each([
  ['an error', fleetWithError, []],
  ['too many warnings', fleetWithWarning, ['--max-warnings', '0']],
])('writes nothing when there is %s', (_name, fleet, args) => {
  const folder = makeFolder({ 'fleet.yaml': fleet });
  expect(runFleetc(folder, ['build', ...args]).code).toBe(1);
  expect(runFleetc(folder, ['build', '--stdout', ...args])).toMatchObject({ code: 1, stdout: '' });
  expect(existsSync(join(folder, 'build'))).toBe(false);
});

it('prints every object as one stream, in install order', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stdout, stderr } = runFleetc(folder, ['build', '--stdout']);
  expect(code).toBe(0);
  const documents = stdout.split(/^---\n/m);
  const kinds = documents.map((text) => /^kind: (\w+)$/m.exec(text)?.[1]);
  expect(kinds).toEqual(['Namespace', 'Namespace', 'RunnerDeployment']);
  expect(stderr).toMatch(/printed 3 objects without the Helm releases cert-manager, \S+\n$/);
  expect(existsSync(join(folder, 'build'))).toBe(false);
  const withJson = runFleetc(folder, ['build', '--stdout', '--format', 'json', '--quiet']);
  expect(withJson.stdout).toBe(stdout);
  expect(JSON.parse(withJson.stderr).diagnostics).toEqual([]);
});

it('builds every environment, or one and keeps the others', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  expect(runFleetc(folder, ['build']).code).toBe(0);
  const both = readTree(join(folder, 'build'));
  expect(both.has('production/README.md') && both.has('staging/README.md')).toBe(true);

  writeFileSync(join(folder, 'fleet.yaml'), fleetWithEnvironments.replaceAll('500m', '250m'));
  expect(runFleetc(folder, ['build', '--env', 'staging']).code).toBe(0);
  const after = readTree(join(folder, 'build'));
  for (const [name, text] of both) {
    if (name.startsWith('production/')) expect(after.get(name)).toBe(text);
  }
  expect(runFleetc(folder, ['build', '--check', '--env', 'staging']).code).toBe(0);
  const { code, stdout } = runFleetc(folder, ['build', '--check', '--quiet']);
  expect(code).toBe(3);
  expect(stdout).toMatch(/^(changed {2}build\/production\/\S+\n)+$/);
});

it('prints one environment only, because objects of two belong to two clusters', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  expect(runFleetc(folder, ['build', '--stdout'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'fleetc: the fleet has several environments (production, staging); choose one with --env NAME\n' +
      'Run "fleetc help build" for help.\n',
  });
  const { stdout } = runFleetc(folder, ['build', '--stdout', '--env', 'staging']);
  expect(stdout).toContain('replicas: 1\n');
});

it('reports an environment that is not there', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  const { code, stderr } = runFleetc(folder, ['build', '--env', 'stagin']);
  expect(code).toBe(1);
  expect(stderr).toContain('staging');
});

it('reads standard input and writes below the working directory', () => {
  const folder = makeFolder();
  expect(runFleetc(folder, ['build', '-'], { input: plainFleet }).code).toBe(0);
  expect(existsSync(join(folder, 'build/README.md'))).toBe(true);
});

// A limit of zero bytes for files is the full disk that needs no disk.
it.skipIf(process.platform === 'win32')(
  'ends with 4 and leaves no file when it cannot write',
  () => {
    const folder = makeFolder({ 'fleet.yaml': plainFleet });
    const script = `ulimit -f 0; trap '' XFSZ; exec "$0" "$@"`;
    const args = ['-c', script, process.execPath, bin, 'build'];
    const { status, stderr } = spawnSync('bash', args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      encoding: 'utf8',
    });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^error\[FLC6005\]: /);
    const left = existsSync(join(folder, 'build')) ? [...readTree(join(folder, 'build'))] : [];
    expect(left.filter(([name]) => name !== '.fleetc-lock')).toEqual([]);
    expect(runFleetc(folder, ['build']).code).toBe(0);
  },
);

it('gives up below a folder that takes no folders', () => {
  const { code, stderr } = runFleetc(makeFolder({ 'fleet.yaml': plainFleet }), [
    'build',
    '--out',
    '/proc/fleetc/deep',
  ]);
  expect(code).toBe(4);
  expect(stderr).toContain('/proc/fleetc');
});
