import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder, runFleetc } from '../test/support/run-fleetc.ts';
import { startFleetc } from '../test/support/start-fleetc.ts';
import { readTree } from '../test/support/tree.ts';
import { fleetOf, poolNames } from './fleet-of.ts';

/** Gives a folder a disk of its own, or says that this system does not let it. */
function mountSmallDisk(folder: string, size: string): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'fleetc', folder]);
  if (status !== 0) return false;
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return true;
}

it('keeps the tree that is there on a full disk, and finishes when there is room', ({ skip }) => {
  const folder = makeFolder({ 'fleet.yaml': fleetOf(poolNames(3), '500m') });
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  if (!mountSmallDisk(disk, '512k')) return skip('only root may mount a small disk');
  const out = join(disk, 'build');
  expect(runFleetc(folder, ['build', '--out', out])).toMatchObject({ code: 0 });
  const before = readTree(out);

  writeFileSync(join(folder, 'fleet.yaml'), fleetOf(poolNames(300), '1'));
  const full = runFleetc(folder, ['build', '--out', out]);
  expect(full.code).toBe(4);
  expect(full.stderr).toMatch(/^error\[FLC6001\]: no space is left on the disk to write$/m);
  const left = readTree(out);
  // Nothing is half written: a file has its old content, or all of the new one.
  const whole = join(folder, 'whole');
  expect(runFleetc(folder, ['build', '--out', whole])).toMatchObject({ code: 0 });
  const fresh = readTree(whole);
  for (const [path, text] of Object.entries(left)) {
    if (path.includes('manifest')) continue;
    if (text !== before[path] && text !== fresh[path]) expect.fail(`${path} is half written`);
  }

  execFileSync('mount', ['-o', 'remount,size=16m', disk]);
  expect(runFleetc(folder, ['build', '--out', out])).toMatchObject({ code: 0 });
  expect(readTree(out)).toEqual(fresh);
});

it('says of a folder that it may not write to, and changes nothing in it', ({ skip }) => {
  if (process.getuid?.() !== 0) return skip('only root may become somebody who may not');
  const folder = makeFolder({ 'fleet.yaml': fleetOf(poolNames(3), '500m') });
  chmodSync(folder, 0o755);
  expect(runFleetc(folder, ['build', '--out', 'build'])).toMatchObject({ code: 0 });
  const before = readTree(join(folder, 'build'));
  writeFileSync(join(folder, 'fleet.yaml'), fleetOf(poolNames(3), '1'));
  const refused = runFleetc(folder, ['build', '--out', 'build'], { uid: 65534 });
  expect(refused.code).toBe(4);
  expect(refused.stderr).toMatch(/^error\[FLC6\d{3}\]: /m);
  expect(readTree(join(folder, 'build'))).toEqual(before);
});

// So many pools that the two overlap.
it('lets one of two builds into the same folder wait for the other or fail clearly', async () => {
  const folder = makeFolder({
    'fleet.yaml': fleetOf(poolNames(300), '1'),
    'other.fleet.yaml': fleetOf(poolNames(300), '2'),
  });
  const files = ['fleet.yaml', 'other.fleet.yaml'];
  const trees = files.map((file, index) => {
    const out = join(folder, `alone${index}`);
    expect(runFleetc(folder, ['build', file, '--out', out])).toMatchObject({ code: 0 });
    return readTree(out);
  });
  for (let round = 0; round < 5; round += 1) {
    const out = join(folder, `both${round}`);
    const runs = await Promise.all(
      files.map((file) => startFleetc(folder, ['build', file, '--out', out])),
    );
    for (const { code, stderr } of runs) {
      if (code === 0) continue;
      expect(code).toBe(4);
      expect(stderr).toMatch(/^error\[FLC6006\]: process \d+ holds "both\d\/\.fleetc-lock"$/m);
    }
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(trees).toContainEqual(readTree(out));
  }
});

it('says of a folder in the place of a file what it is, and leaves it', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetOf(poolNames(3), '500m') });
  expect(runFleetc(folder, ['build', '--out', 'build'])).toMatchObject({ code: 0 });
  const file = join(folder, 'build/README.md');
  rmSync(file);
  mkdirSync(file);
  writeFileSync(join(file, 'mine.txt'), 'mine\n');
  const before = readTree(join(folder, 'build'));
  for (const force of [[], ['--force']]) {
    const { code, stderr } = runFleetc(folder, ['build', '--out', 'build', ...force]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error\[FLC60\d{2}\]: .*README\.md.* is a folder/m);
  }
  expect(readTree(join(folder, 'build'))).toEqual(before);
  expect(readFileSync(join(file, 'mine.txt'), 'utf8')).toBe('mine\n');
});
