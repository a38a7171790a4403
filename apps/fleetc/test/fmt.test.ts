import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const laidOut = `# yaml-language-server: $schema=x
apiVersion: fleetc.dev/v1
kind: Fleet # what
pools:
  a: { replicas: 1, docker: none }
`;
const messy = `# yaml-language-server: $schema=x
kind:   Fleet # what
apiVersion: fleetc.dev/v1
pools:
    a: {docker: none, replicas: 1}`;
const broken = 'pools: [\n';

it('lays out files in place, names those that change and keeps their modes', () => {
  const folder = makeFolder({ 'a/fleet.yaml': messy, 'b.fleet.yaml': laidOut });
  const file = join(folder, 'a/fleet.yaml');
  chmodSync(file, 0o640);
  const written = statSync(join(folder, 'b.fleet.yaml')).mtimeMs;
  const run = () => runFleetc(folder, ['fmt', 'a', 'b.fleet.yaml']);
  expect(run()).toEqual({ code: 0, stdout: 'a/fleet.yaml\n', stderr: '' });
  expect(readFileSync(file, 'utf8')).toBe(laidOut);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(statSync(join(folder, 'b.fleet.yaml')).mtimeMs).toBe(written);
  expect(readdirSync(join(folder, 'a'))).toEqual(['fleet.yaml']);
  expect(run()).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('finds the fleet of the folder, and the one above', () => {
  const folder = makeFolder({ 'fleet.yaml': messy, 'a/b/x.txt': '' });
  expect(runFleetc(join(folder, 'a/b'), ['fmt']).stdout).toBe('../../fleet.yaml\n');
  expect(readFileSync(join(folder, 'fleet.yaml'), 'utf8')).toBe(laidOut);
});

it('writes nothing with --check and ends with 3 when a file would change', () => {
  const folder = makeFolder({ 'a.fleet.yaml': messy, 'b.fleet.yaml': laidOut });
  const check = (...files: string[]) => runFleetc(folder, ['fmt', '--check', ...files]);
  expect(check('a.fleet.yaml', 'b.fleet.yaml')).toEqual({
    code: 3,
    stdout: 'a.fleet.yaml\n',
    stderr: '',
  });
  expect(check('b.fleet.yaml')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'a.fleet.yaml'), 'utf8')).toBe(messy);
});

it('passes standard input through to standard output', () => {
  const folder = makeFolder();
  const pipe = (input: string, ...args: string[]) => runFleetc(folder, ['fmt', ...args], { input });
  expect(pipe(messy, '-')).toEqual({ code: 0, stdout: laidOut, stderr: '' });
  expect(pipe(laidOut, '-')).toEqual({ code: 0, stdout: laidOut, stderr: '' });
  expect(pipe(messy, '-', '--check')).toEqual({ code: 3, stdout: '<stdin>\n', stderr: '' });
  expect(pipe(laidOut, '-', '--check')).toEqual({ code: 0, stdout: '', stderr: '' });
  const { code, stdout, stderr } = pipe(broken, '-');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('error[FLC1005]');
});

it('leaves broken files and those of others as they are, and lays out the rest', () => {
  const files = {
    'a.yaml': broken,
    'b.yaml': 'apiVersion: v1\nkind:   Service\n',
    'c.yaml': 'defaultNamespace:   x\nhelm: {releaseName: x}\n',
    'd.yaml': messy,
  };
  const folder = makeFolder(files);
  const { code, stdout, stderr } = runFleetc(folder, ['fmt', ...Object.keys(files)]);
  expect([code, stdout]).toEqual([1, 'd.yaml\n']);
  expect(stderr.match(/error\[FLC\d+\]/g)).toEqual(
    ['FLC1005', 'FLC2004', 'FLC2004', 'FLC2009'].map((name) => `error[${name}]`),
  );
  for (const name of ['a.yaml', 'b.yaml', 'c.yaml'] as const) {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(files[name]);
  }
});

it('lays out a fleet that has errors beyond its text', () => {
  const folder = makeFolder({ 'fleet.yaml': 'pools:   {a: {scope: nobody}}\nmetadata: {}\n' });
  expect(runFleetc(folder, ['fmt'])).toEqual({ code: 0, stdout: 'fleet.yaml\n', stderr: '' });
  expect(readFileSync(join(folder, 'fleet.yaml'), 'utf8')).toBe(
    'metadata: {}\npools: { a: { scope: nobody } }\n',
  );
});

it('ends with 4 for a file that is not there or cannot be written, and lays out the others', () => {
  const folder = makeFolder({ 'a.yaml': messy, 'b.yaml': messy });
  chmodSync(join(folder, 'a.yaml'), 0o440);
  const { code, stdout, stderr } = runFleetc(folder, ['fmt', 'none.yaml', 'a.yaml', 'b.yaml']);
  expect([code, stdout]).toEqual([4, 'b.yaml\n']);
  expect(stderr).toContain('no fleet.yaml found at "none.yaml"');
  expect(stderr).toContain('fleetc: cannot write "a.yaml": the file is read-only\n');
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(messy);
});

it('refuses standard input among files', () => {
  const { code, stderr } = runFleetc(makeFolder(), ['fmt', '-', 'fleet.yaml']);
  expect(code).toBe(2);
  expect(stderr).toContain('- for standard input cannot be mixed with files');
});

it('shows no secret of a file that it refuses', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const folder = makeFolder({ 'fleet.yaml': `token: ${token}\npools: [ ${token}\n` });
  const { code, stdout, stderr } = runFleetc(folder, ['fmt']);
  expect(code).toBe(1);
  expect(stdout + stderr).not.toContain(token);
});

it('says nothing new about what fleetc lays out and fleetc check reads', () => {
  const folder = makeFolder({ 'fleet.yaml': `${messy}\n` });
  writeFileSync(join(folder, 'fleet.yaml'), messy.replaceAll('\n', '\r\n'));
  const codes = () => {
    const { stdout } = runFleetc(folder, ['check', '--format', 'json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] };
    return diagnostics.map(({ code }) => code).sort();
  };
  const before = codes();
  runFleetc(folder, ['fmt']);
  expect(readFileSync(join(folder, 'fleet.yaml'), 'utf8')).toBe(laidOut);
  expect(codes()).toEqual(before);
});
