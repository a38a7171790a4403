import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashContent } from './manifest.ts';
import { planOutput } from './plan-output.ts';
import { build, summarizeFindings, toTree } from './testing/build.ts';
import { createScratchFolder, putFile, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n' };

it('plans without touching the disk', async () => {
  const out = join(createScratchFolder(), 'out');
  const { value } = await planOutput(toTree(files), out);
  expect(value).toMatchObject({ writes: ['a.yaml', 'b/c.yaml'], deletions: [], unchanged: [] });
  await expect(async () => readFolder(out)).rejects.toThrow('ENOENT');
});

it('refuses a file of others in its way, and replaces it when forced', async () => {
  const out = createScratchFolder();
  putFile(join(out, 'a.yaml'), 'mine\n');
  const before = readFolder(out);
  const result = await build(files, out);
  expect(summarizeFindings(result)).toEqual([
    `FLC6011 "${out}/a.yaml" exists and was not written by fleetc`,
  ]);
  expect(readFolder(out)).toEqual(before);
  expect((await build(files, out, { force: true })).value?.written).toEqual(['a.yaml', 'b/c.yaml']);
});

it('refuses files that were edited, wanted or not, and replaces or deletes them when forced', async () => {
  const out = createScratchFolder();
  await build({ ...files, 'd.yaml': 'd\n' }, out);
  putFile(join(out, 'a.yaml'), 'a: 1 # edited\n');
  putFile(join(out, 'd.yaml'), 'edited\n');
  expect(summarizeFindings(await build(files, out))).toEqual([
    `FLC6012 "${out}/a.yaml" was changed since fleetc wrote it`,
    `FLC6012 "${out}/d.yaml" was changed since fleetc wrote it`,
  ]);
  const forced = await build(files, out, { force: true });
  expect(forced.value).toEqual({
    written: ['a.yaml'],
    deleted: ['d.yaml'],
    unchanged: ['b/c.yaml'],
  });
});

it('accepts an edit that makes the file what is wanted', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, 'a.yaml'), 'a: 2\n');
  const result = await build({ ...files, 'a.yaml': 'a: 2\n' }, out);
  expect(result.value).toEqual({ written: [], deleted: [], unchanged: ['a.yaml', 'b/c.yaml'] });
});

it('does not touch files that neither the tree nor the manifest knows', async () => {
  const out = createScratchFolder();
  putFile(join(out, 'b/notes.txt'), 'mine');
  await build(files, out, { force: true });
  await build({}, out, { force: true });
  expect(Object.keys(readFolder(out))).toEqual(['.fleetc-manifest.json', 'b/', 'b/notes.txt']);
});

it('never writes through a link, forced or not', async () => {
  const out = createScratchFolder();
  const elsewhere = createScratchFolder();
  putFile(join(elsewhere, 'target.yaml'), 'outside\n');
  symlinkSync(join(elsewhere, 'target.yaml'), join(out, 'a.yaml'));
  symlinkSync(elsewhere, join(out, 'b'));
  for (const force of [false, true]) {
    expect(summarizeFindings(await build(files, out, { force }))).toEqual([
      `FLC6015 "${out}/a.yaml" is a symbolic link`,
      `FLC6015 "${out}/b" is a symbolic link`,
    ]);
  }
  expect(readFolder(elsewhere)).toEqual({ 'target.yaml': 'outside\n' });
});

it('never deletes through a link that took the place of a folder', async () => {
  const out = createScratchFolder();
  const elsewhere = createScratchFolder();
  await build({ ...files, 'b/d/e.yaml': 'e\n' }, out);
  rmSync(join(out, 'b'), { recursive: true });
  putFile(join(elsewhere, 'c.yaml'), 'c: 1\n');
  putFile(join(elsewhere, 'd/e.yaml'), 'e\n');
  symlinkSync(elsewhere, join(out, 'b'));
  const before = readFolder(elsewhere);
  expect((await build({ 'a.yaml': 'a: 1\n' }, out)).value?.deleted).toEqual([]);
  expect(readFolder(elsewhere)).toEqual(before);
});

it('writes into an output folder that is itself a link', async () => {
  const scratch = createScratchFolder();
  const real = createScratchFolder();
  symlinkSync(real, join(scratch, 'out'));
  await build(files, join(scratch, 'out'));
  expect(readFolder(real)).toMatchObject(files);
});

it('refuses a folder where a file belongs and a file where a folder belongs', async () => {
  const out = createScratchFolder();
  putFile(join(out, 'a.yaml/x'), '');
  putFile(join(out, 'b'), '');
  expect(summarizeFindings(await build(files, out, { force: true }))).toEqual([
    `FLC6016 "${out}/a.yaml" is a folder, and a file has to be written there`,
    `FLC6017 a file stands where a folder is needed, at or above "${out}/b"`,
  ]);
});

it.each(['out', 'out/below'])('refuses an output folder that is a file: %s', async (name) => {
  const scratch = createScratchFolder();
  putFile(join(scratch, 'out'), '');
  expect(summarizeFindings(await build(files, join(scratch, name)))).toEqual([
    `FLC6017 a file stands where a folder is needed, at or above "${scratch}/${name}"`,
  ]);
});

it('refuses a manifest that is a link', async () => {
  const out = createScratchFolder();
  putFile(join(out, 'elsewhere.json'), '{}');
  symlinkSync('elsewhere.json', join(out, '.fleetc-manifest.json'));
  expect(summarizeFindings(await build(files, out))).toEqual([
    `FLC6015 "${out}/.fleetc-manifest.json" is a symbolic link`,
  ]);
});

it('refuses a tree with unsafe paths before it looks at the disk', async () => {
  const out = createScratchFolder();
  expect(summarizeFindings(await build({ '../a.yaml': '', 'b.yaml': '' }, out))).toEqual([
    'FLC6013 the output path "../a.yaml" leaves its folder',
  ]);
  expect(readFolder(out)).toEqual({});
});

it('refuses a manifest that names a file outside, and never deletes that file', async () => {
  const scratch = createScratchFolder();
  const out = join(scratch, 'out');
  putFile(join(scratch, 'precious'), 'p');
  const manifest = { version: 1, tool: 'fleetc', files: { '../precious': hashContent('p') } };
  putFile(join(out, '.fleetc-manifest.json'), JSON.stringify(manifest));
  expect(summarizeFindings(await build({}, out))).toEqual([
    `FLC6018 "${out}/.fleetc-manifest.json" lists a file without a hash or outside of its folder`,
  ]);
  await build({}, out, { force: true });
  expect(readFolder(scratch).precious).toBe('p');
});

it('refuses a manifest that is no manifest, and starts anew when forced', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, '.fleetc-manifest.json'), '<<<<<<< HEAD\n');
  expect(summarizeFindings(await build(files, out))).toEqual([
    `FLC6018 "${out}/.fleetc-manifest.json" holds the marks of a merge conflict`,
  ]);
  const forced = await build({ 'a.yaml': 'a: 2\n' }, out, { force: true });
  expect(forced.value).toEqual({ written: ['a.yaml'], deleted: [], unchanged: [] });
});

it('refuses a folder of a newer fleetc, forced or not', async () => {
  const out = createScratchFolder();
  putFile(join(out, '.fleetc-manifest.json'), '{"version": 2}');
  expect(summarizeFindings(await build(files, out, { force: true }))).toEqual([
    `FLC6019 "${out}/.fleetc-manifest.json" has format version 2, and this fleetc knows 1`,
  ]);
});
