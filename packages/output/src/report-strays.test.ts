import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkOutput } from './check-output.ts';
import { build, summarizeFindings, toTree } from './testing/build.ts';
import { createScratchFolder, putFile } from './testing/scratch-folder.ts';

const files = { 'a/b.yaml': 'b: 1\n' };
const refusing = { unlisted: 'refuse' } as const;

it('names each document that nobody listed, in order, links among them', async () => {
  const out = createScratchFolder();
  await build(files, out);
  putFile(join(out, 'z.yaml'), '');
  putFile(join(out, 'a/c/d.json'), '');
  symlinkSync('/nowhere', join(out, 'link.yml'));
  expect(summarizeFindings(await build(files, out, refusing))).toEqual(
    ['a/c/d.json', 'link.yml', 'z.yaml'].map(
      (path) => `FLC6021 "${out}/${path}" lies in the output and was not written by fleetc`,
    ),
  );
  expect((await checkOutput(toTree(files), out, refusing)).value).toEqual([
    { path: 'a/c/d.json', kind: 'foreign' },
    { path: 'link.yml', kind: 'foreign' },
    { path: 'z.yaml', kind: 'foreign' },
  ]);
  expect(summarizeFindings(await build(files, out))).toEqual([]);
});

it('enters no link, nothing hidden and no charts that Kustomize downloaded', async () => {
  const [out, elsewhere] = [createScratchFolder(), createScratchFolder()];
  const tree = { 'kustomization.yaml': '', 'a/b.yaml': '' };
  putFile(join(elsewhere, 'x.yaml'), '');
  await build(tree, out);
  symlinkSync(elsewhere, join(out, 'link'));
  putFile(join(out, '.git/x.yaml'), '');
  putFile(join(out, 'charts/arc/values.yaml'), '');
  expect(summarizeFindings(await build(tree, out, refusing))).toEqual([]);
  putFile(join(out, 'a/charts/arc/values.yaml'), '');
  expect(summarizeFindings(await build(tree, out, refusing))).toHaveLength(1);
});

it('calls a file that left the tree its own, not unlisted', async () => {
  const out = createScratchFolder();
  await build({ ...files, 'old.yaml': '' }, out, refusing);
  expect((await build(files, out, refusing)).value?.deleted).toEqual(['old.yaml']);
});

it('looks for trees above as far as the folder that it stays below, where there is no work tree', async () => {
  const root = createScratchFolder();
  await build(files, root);
  mkdirSync(join(root, 'fleet'));
  const within = (below: string) =>
    checkOutput(toTree(files), join(root, 'fleet/out'), { below }).then(summarizeFindings);
  expect(await within(join(root, 'fleet'))).toEqual([]);
  expect(await within(root)).toEqual([
    `FLC6022 "${root}/fleet/out" lies in "${root}", which holds what was built from another fleet`,
  ]);
});
