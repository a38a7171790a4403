import { chmodSync, chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fleetWithWarning, plainFleet } from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

/** Codes of the diagnostics of `check`, by its JSON form. */
function check(folder: string, args: readonly string[] = [], options = {}) {
  const { code, stdout, stderr } = runFleetc(
    folder,
    ['check', '--format', 'json', ...args],
    options,
  );
  const diagnostics: { code: string; message: string; why: string; fix: string; file: string }[] =
    stdout === '' ? [] : JSON.parse(stdout).diagnostics;
  return { code, diagnostics, stderr };
}

it.each(['fleet.yaml', 'fleetc.yaml', 'ci.fleet.yaml'])('finds %s without being told', (name) => {
  const folder = makeFolder({ [name]: plainFleet });
  expect(runFleetc(folder, ['check'])).toEqual({
    code: 0,
    stdout: '',
    stderr: `${name}: no findings\n`,
  });
});

it('finds the file in a folder above, and names it from the working directory', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'a/b/other.yaml': '' });
  const { code, stderr } = runFleetc(join(folder, 'a/b'), ['check']);
  expect([code, stderr]).toEqual([0, '../../fleet.yaml: no findings\n']);
});

it('takes nothing from above where there is no repository', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'a/b.txt': '' });
  rmSync(join(folder, '.git'), { recursive: true });
  const { code, diagnostics } = check(join(folder, 'a'));
  expect([code, diagnostics]).toMatchObject([
    4,
    [{ code: 'FLC1901', why: 'looked for fleet.yaml, fleetc.yaml and *.fleet.yaml in .' }],
  ]);
  expect(check(folder)).toMatchObject({ code: 0, diagnostics: [] });
});

it.skipIf(process.platform === 'win32')(
  'takes nothing from a folder above that everybody can write to, or that is not its own',
  () => {
    const folder = makeFolder({ 'fleet.yaml': plainFleet, 'a/b.txt': '' });
    chmodSync(folder, 0o777);
    expect(check(join(folder, 'a')).diagnostics).toMatchObject([{ code: 'FLC1901' }]);
    chmodSync(folder, 0o755);
    expect(check(join(folder, 'a')).diagnostics).toEqual([]);
    if (process.getuid?.() !== 0) return;
    chownSync(folder, 65534, 65534);
    expect(check(join(folder, 'a')).diagnostics).toMatchObject([{ code: 'FLC1901' }]);
  },
);

it('stops at the root of the repository and says where it looked', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'inner/.git': '', 'inner/a/b.txt': '' });
  const { code, diagnostics } = check(join(folder, 'inner/a'));
  expect(code).toBe(4);
  expect(diagnostics).toMatchObject([
    {
      code: 'FLC1901',
      message: 'no fleet.yaml found at "."',
      why: 'looked for fleet.yaml, fleetc.yaml and *.fleet.yaml in ., ..',
    },
  ]);
});

it('asks which one is meant when a folder holds several', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet, 'b.fleet.yaml': '', 'a.fleet.yaml': '' });
  const names = 'a.fleet.yaml, b.fleet.yaml, fleet.yaml';
  expect(runFleetc(folder, ['check'])).toMatchObject({
    code: 2,
    stderr: `fleetc: "." holds several fleet files (${names}); name the one you mean\nRun "fleetc help check" for help.\n`,
  });
  expect(runFleetc(folder, ['check', 'fleet.yaml']).code).toBe(0);
});

it('takes a folder for the fleet file in it, and looks no further', () => {
  const folder = makeFolder({
    'fleet.yaml': plainFleet,
    'a/fleet.yaml': fleetWithWarning,
    'b/x': '',
  });
  expect(check(folder, ['a']).diagnostics).toMatchObject([
    { code: 'FLC4401', file: 'a/fleet.yaml' },
  ]);
  const missing = check(folder, ['b']);
  expect([missing.code, missing.diagnostics[0]?.code]).toEqual([4, 'FLC1901']);
});

it('reads any name that is given, and passes over folders named like a fleet', () => {
  const folder = makeFolder({ 'runners.yml': plainFleet });
  mkdirSync(join(folder, 'fleet.yaml'));
  expect(check(folder, ['runners.yml'])).toMatchObject({ code: 0, diagnostics: [] });
  expect(check(folder).diagnostics).toMatchObject([{ code: 'FLC1901' }]);
});

it('reads standard input for -', () => {
  const folder = makeFolder();
  const { code, diagnostics } = check(folder, ['-'], { input: fleetWithWarning });
  expect(code).toBe(0);
  expect(diagnostics).toMatchObject([{ code: 'FLC4401', file: '<stdin>' }]);
});

it('takes a byte order mark and CRLF as they come', () => {
  const folder = makeFolder({ 'fleet.yaml': `\ufeff${plainFleet.replaceAll('\n', '\r\n')}` });
  expect(check(folder)).toMatchObject({ code: 0, diagnostics: [] });
});

it('says that a named file does not exist', () => {
  const { code, diagnostics } = check(makeFolder(), ['nowhere.yaml']);
  expect(code).toBe(4);
  expect(diagnostics).toMatchObject([
    { code: 'FLC1901', message: 'no fleet.yaml found at "nowhere.yaml"', file: null },
  ]);
});

it.each([
  [
    'invalid bytes',
    Buffer.from('apiVersion: fleetc.dev/v1\nkind: Fl\xe9et\n', 'latin1'),
    34,
    2,
    '',
  ],
  ['a character that is cut off', Buffer.from('a\nb\nc: é').subarray(0, 8), 7, 3, ''],
  ['UTF-16', Buffer.from('\ufeffkind: Fleet\n', 'utf16le'), 0, 1, '; it is UTF-16 now'],
])('refuses %s and tells the offset', (_name, bytes, offset, line, hint) => {
  const { code, diagnostics } = check(makeFolder({ 'fleet.yaml': bytes }));
  expect(code).toBe(4);
  expect(diagnostics).toMatchObject([
    {
      code: 'FLC1903',
      message: `"fleet.yaml" is not UTF-8: the byte at offset ${offset}, in line ${line}, belongs to no character`,
      fix: `save the file as UTF-8${hint}`,
    },
  ]);
});

it('refuses what is larger than 32 MiB, from a file and from a pipe without end', () => {
  const bytes = Buffer.alloc(32 * 1024 * 1024 + 1, '#');
  const folder = makeFolder({ 'fleet.yaml': bytes });
  const expected = { code: 4, diagnostics: [{ code: 'FLC1904' }] };
  expect(check(folder)).toMatchObject(expected);
  expect(check(folder, ['-'], { input: bytes })).toMatchObject(expected);
  if (process.platform === 'linux') expect(check(folder, ['/dev/zero'])).toMatchObject(expected);
});

// Root may read everything, so it becomes somebody else for these.
const asNobody = process.getuid?.() === 0 ? { uid: 65534 } : {};

it.skipIf(process.platform === 'win32')('says that a file may not be read', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'fleet.yaml'), 0o000);
  const { code, diagnostics } = check(folder, [], asNobody);
  expect(code).toBe(4);
  expect(diagnostics).toMatchObject([
    { code: 'FLC1902', message: 'cannot read "fleet.yaml": permission denied' },
  ]);
});

it.skipIf(process.platform === 'win32')('says that a folder may not be read', () => {
  const folder = makeFolder({ 'closed/fleet.yaml': plainFleet });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'closed'), 0o000);
  const expected = [{ code: 'FLC1902', message: expect.stringContaining('permission denied') }];
  for (const operand of ['closed', 'closed/fleet.yaml']) {
    const { code, diagnostics } = check(folder, [operand], asNobody);
    expect([code, diagnostics]).toMatchObject([4, expected]);
  }
  chmodSync(join(folder, 'closed'), 0o755);
});
