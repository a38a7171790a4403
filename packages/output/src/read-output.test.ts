import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOutput } from './read-output.ts';
import { manifestName } from './reserved-names.ts';
import { build, summarizeFindings, toTree } from './testing/build.ts';
import { createScratchFolder, putFile, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n', 'd.yaml': 'd\n', 'e.yaml': 'e\n' };

it('reads what stands at the paths of a tree and of the last build, and says whose it is', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, 'a.yaml'), 'edited\n');
  putFile(join(out, 'f.yaml'), 'foreign\n');
  putFile(join(out, 'notes.txt'), 'mine');
  rmSync(join(out, 'd.yaml'));
  const before = readFolder(out);
  const { 'e.yaml': _, ...rest } = files;
  const wanted = toTree({ ...rest, 'b/c.yaml': 'c: 2\n', 'f.yaml': 'f\n' });
  const { value, diagnostics } = await readOutput(wanted, out);
  expect(diagnostics).toEqual([]);
  expect([...value!]).toEqual([
    ['a.yaml', { text: 'edited\n', state: 'edited' }],
    ['b/c.yaml', { text: 'c: 1\n', state: 'ours' }],
    ['e.yaml', { text: 'e\n', state: 'ours' }],
    ['f.yaml', { text: 'foreign\n', state: 'foreign' }],
  ]);
  expect(readFolder(out)).toEqual(before);
});

it('takes a folder that is not there for an empty one, and makes none', async () => {
  const scratch = createScratchFolder();
  const { value } = await readOutput(toTree(files), join(scratch, 'out'));
  expect([...value!]).toEqual([]);
  expect(readFolder(scratch)).toEqual({});
});

it('looks at the folders that are asked for, and at no other', async () => {
  const out = createScratchFolder();
  await build({ 'a/x.yaml': '1\n', 'b/x.yaml': '2\n' }, out);
  const { value } = await readOutput(toTree({ 'a/x.yaml': '3\n' }), out, { within: ['a'] });
  expect([...value!.keys()]).toEqual(['a/x.yaml']);
});

it('reads nothing where the record of written files is broken', async () => {
  const out = createScratchFolder();
  putFile(join(out, manifestName), '{');
  const result = await readOutput(toTree(files), out);
  expect(result.value).toBeUndefined();
  expect(summarizeFindings(result)).toEqual([expect.stringContaining('FLC6018')]);
});
