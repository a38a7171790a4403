import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { expect, it } from 'vitest';
import { build, type Files } from './testing/build.ts';
import { createScratchFolder, expectedFolder, readFolder } from './testing/scratch-folder.ts';

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

async function bundleDoomedBuild(): Promise<string> {
  const outfile = join(createScratchFolder(), 'doomed-build.mjs');
  const entry = join(import.meta.dirname, 'testing/doomed-build.ts');
  await bundle({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@fleetc/source'],
    logLevel: 'silent',
  });
  return outfile;
}

it(
  'is repaired by the next build after its process was killed anywhere',
  { timeout: 60_000 },
  async () => {
    const script = await bundleDoomedBuild();
    let kills = 0;
    // Half of the operations of this build, spread over all of it, so that the test stays short.
    for (let n = 2; ; n += 2) {
      const out = createScratchFolder();
      await build(before, out);
      const child = spawnSync(process.execPath, [script, out, JSON.stringify(after), String(n)]);
      if (child.signal !== 'SIGKILL') {
        expect([child.status, String(child.stderr)]).toEqual([0, '']);
        break;
      }
      kills += 1;
      await expectOldOrNew(out);
      expect((await build(after, out)).diagnostics).toEqual([]);
      expect(readFolder(out)).toMatchObject(expectedFolder(new Map(Object.entries(after))));
      expect(Object.keys(readFolder(out))).toHaveLength(8);
    }
    expect(kills).toBeGreaterThanOrEqual(20);
  },
);

async function expectOldOrNew(out: string): Promise<void> {
  for (const [path, text] of Object.entries(readFolder(out))) {
    if (path.endsWith('/') || path.includes('.fleetc-')) continue;
    expect([before, after].map((files: Files) => files[path])).toContain(text);
  }
}
