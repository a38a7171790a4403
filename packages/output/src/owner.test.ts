import { expect, it } from 'vitest';
import { checkOutput } from './check-output.ts';
import { build, summarizeFindings, toTree } from './testing/build.ts';
import { createScratchFolder, readFolder } from './testing/scratch-folder.ts';

const ours = { 'a.yaml': 'a: 1\n' };
const theirs = { 'b.yaml': 'b: 1\n' };

it('refuses the folder of another fleet and leaves it as it is', async () => {
  const out = createScratchFolder();
  await build(theirs, out, { owner: 'web' });
  const before = readFolder(out);
  const refusal = `FLC6020 "${out}" holds what was built from the fleet "web", not from "acme"`;
  expect(summarizeFindings(await build(ours, out, { owner: 'acme' }))).toEqual([refusal]);
  expect(summarizeFindings(await checkOutput(toTree(ours), out, { owner: 'acme' }))).toEqual([
    refusal,
  ]);
  expect(readFolder(out)).toEqual(before);
});

it('takes the folder over when forced, and deletes what the other fleet wrote', async () => {
  const out = createScratchFolder();
  await build(theirs, out, { owner: 'web' });
  const { value } = await build(ours, out, { owner: 'acme', force: true });
  expect(value).toEqual({ written: ['a.yaml'], deleted: ['b.yaml'], unchanged: [] });
  expect((await build(ours, out, { owner: 'acme' })).value?.unchanged).toEqual(['a.yaml']);
});

it('makes a tree of nobody its own, and keeps whose it is where nobody asks', async () => {
  const out = createScratchFolder();
  await build(ours, out);
  await build(ours, out, { owner: 'acme' });
  expect(readFolder(out)['.fleetc-manifest.json']).toContain('"owner": "acme"');
  await build(theirs, out);
  expect(readFolder(out)['.fleetc-manifest.json']).toContain('"owner": "acme"');
});
