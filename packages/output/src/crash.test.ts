import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkOutput } from './check-output.ts';
import { build, toTree, type Files } from './testing/build.ts';
import { Crash, createCrashingHost, createQuickHost } from './testing/failing-host.ts';
import {
  createScratchFolder,
  expectedFolder,
  putFile,
  readFolder,
} from './testing/scratch-folder.ts';

const before = {
  'a.yaml': 'a: 1\n',
  'b/c.yaml': 'c: 1\n',
  'b/d.yaml': 'd: 1\n',
  'x/y/z.yaml': 'z\n',
};
const after = {
  'a.yaml': 'a: 2\n',
  'b/c.yaml': 'c: 1\n',
  'n/e.yaml': 'e: 1\n',
  'n/f/g.yaml': 'g\n',
};
const third = { 'a.yaml': 'a: 3\n', 'b/d.yaml': 'd: 3\n', 'n/e.yaml': 'e: 3\n' };

const host = createQuickHost();

/** Builds with a process that dies at its n-th change; whether it lived to the end. */
async function buildAndCrash(files: Files, out: string, n: number): Promise<boolean> {
  try {
    await build(files, out, { host: createCrashingHost(n) });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(Crash);
    return false;
  }
}

async function expectRepaired(files: Files, out: string): Promise<void> {
  const { diagnostics } = await build(files, out, { host });
  expect(diagnostics).toEqual([]);
  expect(await checkOutput(toTree(files), out)).toEqual({ value: [], diagnostics: [] });
  const { '.fleetc-manifest.json': manifest, ...rest } = readFolder(out);
  expect(rest).toEqual(expectedFolder(toTree(files)));
  expect(manifest).not.toContain('pending');
}

it('leaves the old or the new content of each file, wherever it stops', async () => {
  let crashes = 0;
  for (let n = 1; ; n++) {
    const out = createScratchFolder();
    await build(before, out, { host });
    if (await buildAndCrash(after, out, n)) break;
    crashes += 1;
    for (const [path, text] of Object.entries(readFolder(out))) {
      if (path.endsWith('/') || path.includes('.fleetc-')) continue;
      expect([before, after].map((files: Files) => files[path])).toContain(text);
    }
  }
  expect(crashes).toBeGreaterThan(20);
});

it.each([
  ['the same tree', after],
  ['the tree before', before],
  ['another tree', third],
])('is repaired by the next build of %s, wherever it stopped', async (_, next) => {
  for (let n = 1; ; n++) {
    const out = createScratchFolder();
    await build(before, out, { host });
    if (await buildAndCrash(after, out, n)) break;
    await expectRepaired(next, out);
  }
});

it('is repaired after any number of crashes in any builds', { timeout: 60_000 }, async () => {
  const text = fc.constantFrom('1\n', '2\n', '3\n');
  const path = fc.constantFrom('a.yaml', 'b/a.yaml', 'b/b.yaml', 'c/d/a.yaml', 'c/d/b.yaml');
  const tree = fc.dictionary(path, text);
  const crash = fc.record({ tree, n: fc.integer({ min: 1, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(crash, { maxLength: 5 }), tree, async (crashes, last) => {
      const out = createScratchFolder();
      for (const { tree: files, n } of crashes) await buildAndCrash(files, out, n);
      await expectRepaired(last, out);
    }),
    { numRuns: 200 },
  );
});

it('keeps the file of somebody else that a forced build died before replacing', async () => {
  for (let n = 1; ; n++) {
    const out = createScratchFolder();
    await build(before, out, { host });
    putFile(join(out, 'a.yaml'), 'edited\n');
    putFile(join(out, 'n/e.yaml'), 'foreign\n');
    const ended = await build(after, out, { force: true, host: createCrashingHost(n) }).catch(
      () => undefined,
    );
    const { 'a.yaml': a, 'n/e.yaml': e } = readFolder(out);
    const { value, diagnostics } = await build(third, out, { host });
    if (a === 'edited\n' || e === 'foreign\n') {
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual([
        ...(a === 'edited\n' ? ['FLC6012'] : []),
        ...(e === 'foreign\n' ? ['FLC6011'] : []),
      ]);
      expect(readFolder(out)).toMatchObject({ 'a.yaml': a, 'n/e.yaml': e });
    } else {
      expect(diagnostics).toEqual([]);
    }
    if (ended) break;
  }
});
