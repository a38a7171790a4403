import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build, summarizeFindings } from './testing/build.ts';
import { createScratchFolder, readFolder } from './testing/scratch-folder.ts';

const files = { 'a.yaml': 'a: 1\n' };

it.each(['out', 'out/deep', 'out/a/b'])('refuses a link above %s', async (dir) => {
  const [root, elsewhere] = [createScratchFolder(), createScratchFolder()];
  symlinkSync(elsewhere, join(root, 'out'));
  const result = await build(files, join(root, dir), { below: root });
  expect(summarizeFindings(result)).toEqual([`FLC6015 "${root}/out" is a symbolic link`]);
  expect(readFolder(elsewhere)).toEqual({});
});

it('follows a link at the folder that it stays below, and every link without such a folder', async () => {
  const [root, elsewhere] = [createScratchFolder(), createScratchFolder()];
  mkdirSync(join(elsewhere, 'real'));
  symlinkSync(join(elsewhere, 'real'), join(root, 'link'));
  expect((await build(files, join(root, 'link/beside'))).value?.written).toEqual(['a.yaml']);
  const inside = await build(files, join(root, 'link/out'), { below: join(root, 'link') });
  expect(inside.value?.written).toEqual(['a.yaml']);
});
