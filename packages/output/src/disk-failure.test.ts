import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkOutput } from './check-output.ts';
import { isWorldFailure } from './rules/index.ts';
import { build, summarizeFindings, toTree } from './testing/build.ts';
import { createFailingHost, createInterceptedHost } from './testing/failing-host.ts';
import { createScratchFolder, expectedFolder, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n', 'd.yaml': 'd: 1\n' };
const changed = { 'a.yaml': 'a: 2\n', 'b/c.yaml': 'c: 2\n', 'd.yaml': 'd: 2\n' };

it.each([
  ['ENOSPC', 'FLC6001 no space is left on the disk to write "OUT/b/c.yaml"'],
  ['EDQUOT', 'FLC6001 no space is left on the disk to write "OUT/b/c.yaml"'],
  ['EACCES', 'FLC6002 permission is denied at "OUT/b/c.yaml"'],
  ['EPERM', 'FLC6002 permission is denied at "OUT/b/c.yaml"'],
  ['EROFS', 'FLC6003 "OUT/b/c.yaml" is on a disk that is mounted read-only'],
  ['ENAMETOOLONG', 'FLC6004 the disk cannot store a name as long as "OUT/b/c.yaml"'],
  ['EIO', 'FLC6005 the system reports EIO at "OUT/b/c.yaml"'],
  ['EISDIR', 'FLC6016 "OUT/b/c.yaml" is a folder, and a file has to be written there'],
  ['ENOTDIR', 'FLC6017 a file stands where a folder is needed, at or above "OUT/b/c.yaml"'],
])('says in one sentence what %s means, and leaves whole files', async (code, finding) => {
  const out = createScratchFolder();
  await build(files, out);
  const host = createFailingHost('create', /\/b\/\.fleetc-tmp-/, code);
  const result = await build(changed, out, { host });
  expect(summarizeFindings(result)).toEqual([finding.replace('OUT', out)]);
  expect(result.value).toBeUndefined();
  const { '.fleetc-manifest.json': _, ...rest } = readFolder(out);
  expect(rest).toEqual(expectedFolder(toTree({ ...files, 'a.yaml': 'a: 2\n' })));
  expect((await build(changed, out)).value?.written).toEqual(['b/c.yaml', 'd.yaml']);
});

it.each([
  ['list', /out$/, ''],
  ['kind', /\.fleetc-manifest\.json$/, ''],
  ['read', /\.fleetc-manifest\.json$/, '/.fleetc-manifest.json'],
  ['kind', /b$/, '/b'],
  ['list', /b$/, '/b'],
  ['read', /c\.yaml$/, '/b/c.yaml'],
  ['makeFolder', /out$/, ''],
  ['create', /\.fleetc-lock$/, '/.fleetc-lock'],
  ['rename', /\.fleetc-tmp/, '/.fleetc-manifest.json'],
  ['remove', /d\.yaml$/, '/d.yaml'],
  ['removeEmptyFolder', /gone$/, '/gone'],
] as const)('names the path when %s of %s is denied', async (operation, path, shown) => {
  const out = join(createScratchFolder(), 'out');
  await build({ ...files, 'gone/x.yaml': 'x' }, out);
  const host = createFailingHost(operation, path, 'EACCES');
  const result = await build({ 'a.yaml': 'a: 2\n', 'b/c.yaml': 'c: 1\n' }, out, { host });
  expect(summarizeFindings(result)).toEqual([`FLC6002 permission is denied at "${out}${shown}"`]);
  expect(result.diagnostics.map(({ code }) => isWorldFailure(code))).toEqual([true]);
  expect(readFolder(out)).not.toHaveProperty('.fleetc-lock');
});

it('leaves no half-written file and no lock behind on a full disk', async () => {
  const out = createScratchFolder();
  const host = createFailingHost('rename', /\/b\/\.fleetc-tmp-/, 'ENOSPC');
  await build(files, out, { host });
  expect(Object.keys(readFolder(out))).toEqual(['.fleetc-manifest.json', 'a.yaml', 'b/']);
});

it('reports the first failure even when nothing can be cleaned up after it', async () => {
  const out = createScratchFolder();
  const host = createInterceptedHost((operation, path) => {
    if (operation !== 'rename' && operation !== 'remove') return;
    const code = operation === 'rename' ? 'ENOSPC' : 'EACCES';
    throw Object.assign(new Error(code), { code, syscall: operation, path });
  });
  const result = await build(files, out, { host });
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['FLC6001']);
});

it('reports a folder that cannot be read when it only checks', async () => {
  const out = createScratchFolder();
  await build(files, out);
  const host = createFailingHost('read', /a\.yaml$/, 'EACCES');
  const result = await checkOutput(toTree(files), out, { host });
  expect(summarizeFindings(result)).toEqual([`FLC6002 permission is denied at "${out}/a.yaml"`]);
});

it('shows the folder as the user wrote it', async () => {
  const host = createFailingHost('list', /nowhere$/, 'EACCES');
  const result = await build(files, './build/nowhere', { host });
  expect(summarizeFindings(result)).toEqual(['FLC6002 permission is denied at "build/nowhere"']);
});

it('lets a fault of its own pass', async () => {
  const host = createInterceptedHost(() => {
    throw new TypeError('a mistake');
  });
  await expect(build(files, createScratchFolder(), { host })).rejects.toThrow(TypeError);
});
