import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkOutput } from './check-output.ts';
import { build, summarizeFindings, toTree, type Files } from './testing/build.ts';
import { createScratchFolder, putFile, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n', 'd.yaml': 'd\n' };
const check = (wanted: Files, out: string) => checkOutput(toTree(wanted), out);

it('finds no difference after a build', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, 'notes.txt'), 'mine');
  expect(await check(files, out)).toEqual({ value: [], diagnostics: [] });
});

it('finds everything missing where nothing was built, and makes no folder', async () => {
  const scratch = createScratchFolder();
  expect((await check(files, join(scratch, 'out'))).value).toEqual([
    { path: 'a.yaml', kind: 'missing' },
    { path: 'b/c.yaml', kind: 'missing' },
    { path: 'd.yaml', kind: 'missing' },
  ]);
  expect(readFolder(scratch)).toEqual({});
});

it('names each kind of difference and writes nothing', async () => {
  const out = createScratchFolder();
  await build({ ...files, 'e.yaml': 'e\n' }, out);
  putFile(join(out, 'a.yaml'), 'edited\n');
  rmSync(join(out, 'b'), { recursive: true });
  putFile(join(out, 'f.yaml'), 'foreign\n');
  const before = readFolder(out);
  expect((await check({ ...files, 'f.yaml': 'f\n', 'd.yaml': 'd: 2\n' }, out)).value).toEqual([
    { path: 'a.yaml', kind: 'edited' },
    { path: 'b/c.yaml', kind: 'missing' },
    { path: 'd.yaml', kind: 'changed' },
    { path: 'e.yaml', kind: 'extra' },
    { path: 'f.yaml', kind: 'foreign' },
  ]);
  expect(readFolder(out)).toEqual(before);
});

it('reports the manifest when it alone differs', async () => {
  const out = createScratchFolder();
  await build(files, out);
  rmSync(join(out, '.fleetc-manifest.json'));
  expect((await check(files, out)).value).toEqual([
    { path: '.fleetc-manifest.json', kind: 'missing' },
  ]);
  putFile(join(out, '.fleetc-manifest.json'), '{"version":1,"tool":"fleetc","files":{}}');
  expect((await check(files, out)).value).toEqual([
    { path: '.fleetc-manifest.json', kind: 'changed' },
  ]);
});

it('looks only into the folders that are built', async () => {
  const out = createScratchFolder();
  await build({ 'x/a.yaml': '1', 'y/a.yaml': '1' }, out);
  const result = await checkOutput(toTree({ 'x/a.yaml': '1' }), out, { within: ['x'] });
  expect(result.value).toEqual([]);
});

it('says what it cannot compare', async () => {
  const scratch = createScratchFolder();
  putFile(join(scratch, 'out'), '');
  const result = await check(files, join(scratch, 'out'));
  expect(summarizeFindings(result)).toEqual([
    `FLC6017 a file stands where a folder is needed, at or above "${scratch}/out"`,
  ]);
  expect(result.value).toBeUndefined();
});
