import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashContent } from './manifest.ts';
import { planOutput } from './plan-output.ts';
import { build, toTree } from './testing/build.ts';
import { createInterceptedHost } from './testing/failing-host.ts';
import { createScratchFolder, putFile, readFolder } from './testing/scratch-folder.ts';
import { writeOutput } from './write-output.ts';

const files = { 'b/c.yaml': 'c: 1\n', 'a.yaml': 'a: 1\n', 'b/d/e.yaml': 'e: 1\n' };

it('writes every file and a manifest, and makes the folder', async () => {
  const out = join(createScratchFolder(), 'deep/er');
  expect(await build(files, out)).toEqual({
    value: { written: ['a.yaml', 'b/c.yaml', 'b/d/e.yaml'], deleted: [], unchanged: [] },
    diagnostics: [],
  });
  const manifest = {
    version: 1,
    tool: 'fleetc',
    files: {
      'a.yaml': hashContent('a: 1\n'),
      'b/c.yaml': hashContent('c: 1\n'),
      'b/d/e.yaml': hashContent('e: 1\n'),
    },
  };
  expect(readFolder(out)).toEqual({
    '.fleetc-manifest.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    'b/': '',
    'b/d/': '',
    ...files,
  });
});

it('touches nothing when everything is in place', async () => {
  const out = createScratchFolder();
  await build(files, out);
  const changes: string[] = [];
  const host = createInterceptedHost((operation) => {
    if (!['kind', 'list', 'read'].includes(operation)) changes.push(operation);
  });
  const before = statSync(join(out, 'a.yaml')).mtimeMs;
  expect(await build(files, out, { host })).toEqual({
    value: { written: [], deleted: [], unchanged: ['a.yaml', 'b/c.yaml', 'b/d/e.yaml'] },
    diagnostics: [],
  });
  expect(changes).toEqual([]);
  expect(statSync(join(out, 'a.yaml')).mtimeMs).toBe(before);
});

it('rewrites only what changed', async () => {
  const out = createScratchFolder();
  await build(files, out);
  const before = statSync(join(out, 'a.yaml')).ino;
  const result = await build({ ...files, 'b/c.yaml': 'c: 2\n' }, out);
  expect(result.value?.written).toEqual(['b/c.yaml']);
  expect(statSync(join(out, 'a.yaml')).ino).toBe(before);
});

it('deletes what left the tree, and folders that it leaves empty', async () => {
  const out = createScratchFolder();
  await build({ ...files, 'x/y/z.yaml': 'z\n' }, out);
  putFile(join(out, 'b/mine.txt'), 'mine');
  const result = await build({ 'a.yaml': 'a: 1\n' }, out);
  expect(result.value?.deleted).toEqual(['b/c.yaml', 'b/d/e.yaml', 'x/y/z.yaml']);
  expect(Object.keys(readFolder(out))).toEqual([
    '.fleetc-manifest.json',
    'a.yaml',
    'b/',
    'b/mine.txt',
  ]);
});

it('writes a file again that somebody deleted, and leaves the manifest as it was', async () => {
  const out = createScratchFolder();
  await build(files, out);
  const whole = readFolder(out);
  rmSync(join(out, 'b'), { recursive: true });
  expect((await build(files, out)).value?.written).toEqual(['b/c.yaml', 'b/d/e.yaml']);
  expect(readFolder(out)).toEqual(whole);
});

it('adopts a file that already holds what is wanted', async () => {
  const out = createScratchFolder();
  putFile(join(out, 'a.yaml'), 'a: 1\n');
  const result = await build(files, out);
  expect(result.value?.unchanged).toEqual(['a.yaml']);
  expect((await build({}, out)).value?.deleted).toContain('a.yaml');
});

it('keeps what it wrote elsewhere when it builds some folders only', async () => {
  const out = createScratchFolder();
  await build(
    { 'staging/a.yaml': '1\n', 'staging/b.yaml': '1\n', 'production/a.yaml': '1\n' },
    out,
  );
  const result = await build({ 'staging/a.yaml': '2\n' }, out, { within: ['staging'] });
  expect(result.value).toEqual({
    written: ['staging/a.yaml'],
    deleted: ['staging/b.yaml'],
    unchanged: [],
  });
  const next = await build({ 'production/a.yaml': '3\n' }, out, { within: ['production'] });
  expect(next.value).toEqual({ written: ['production/a.yaml'], deleted: [], unchanged: [] });
  expect((await build({}, out)).value?.deleted).toEqual(['production/a.yaml', 'staging/a.yaml']);
});

it('takes a folder whose name begins like another for another', async () => {
  const out = createScratchFolder();
  await build({ 'prod/a.yaml': '1\n', 'prod-eu/a.yaml': '1\n' }, out);
  expect((await build({}, out, { within: ['prod'] })).value?.deleted).toEqual(['prod/a.yaml']);
});

it('removes half-written files of a crashed build and leaves folders of that name', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, '.fleetc-tmp-1'), 'half');
  putFile(join(out, 'b/.fleetc-tmp-2'), 'half');
  mkdirSync(join(out, '.fleetc-tmp-folder'));
  await build(files, out);
  expect(Object.keys(readFolder(out)).filter((name) => name.includes('tmp'))).toEqual([
    '.fleetc-tmp-folder/',
  ]);
});

it('plans anew when another build came between plan and write', async () => {
  const out = createScratchFolder();
  await build(files, out);
  const { value: plan } = await planOutput(toTree({ 'a.yaml': 'a: 3\n' }), out);
  await build({ 'a.yaml': 'a: 2\n', 'new.yaml': 'n\n' }, out);
  const result = await writeOutput(plan!);
  expect(result.value).toEqual({ written: ['a.yaml'], deleted: ['new.yaml'], unchanged: [] });
});

it('treats an empty file of its own as its own, as losing power leaves it', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, 'a.yaml'), '');
  expect((await build(files, out)).value?.written).toEqual(['a.yaml']);
});
