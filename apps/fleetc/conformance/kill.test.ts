import { spawn } from 'node:child_process';
import { cpSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bin, makeFolder, runFleetc } from '../test/support/run-fleetc.ts';
import { readTree } from '../test/support/tree.ts';
import { fleetOf, poolNames } from './fleet-of.ts';

type Tree = Readonly<Record<string, string>>;

const kills = Number(process.env['FLEETC_KILLS'] ?? 200);

// So many pools that writing takes a good part of the time.
const names = poolNames(300);
const before = fleetOf(names, '500m');
// Most files change, some go, some come.
const after = fleetOf([...names.slice(40), ...names.slice(0, 40).map((name) => `n${name}`)], '1');

/** Starts a build and kills it some milliseconds after its start, or after its first trace in the output folder. */
function killBuild(folder: string, milliseconds: number, from: 'start' | 'trace'): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = [bin, 'build', '--out', 'build'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const killLater = () => setTimeout(() => child.kill('SIGKILL'), milliseconds);
    const watcher = watch(join(folder, 'build'), () => {
      watcher.close();
      if (from === 'trace') killLater();
    });
    if (from === 'start') killLater();
    child.on('error', reject);
    child.on('close', () => {
      watcher.close();
      resolve();
    });
  });
}

/** A fleet's folder with its tree, its content, and how long the build took. */
function build(text: string) {
  const folder = makeFolder({ 'fleet.yaml': text });
  const start = performance.now();
  expect(runFleetc(folder, ['build', '--out', 'build'])).toMatchObject({ code: 0 });
  return { folder, tree: readTree(join(folder, 'build')), took: performance.now() - start };
}

/** How many of the files that differ between two trees have the content of each; fails for a content of neither. */
function countStates(folder: string, old: Tree, fresh: Tree): { old: number; fresh: number } {
  const left = Object.entries(readTree(join(folder, 'build')));
  const states = left.flatMap(([path, text]) => {
    if (path.includes('.fleetc-')) return [];
    if (text !== old[path] && text !== fresh[path]) expect.fail(`${path} is neither`);
    return old[path] === fresh[path] ? [] : [text === old[path] ? 'old' : 'fresh'];
  });
  const count = (name: string) => states.filter((state) => state === name).length;
  return { old: count('old'), fresh: count('fresh') };
}

it(`holds the old or the new content of each file wherever it is killed, ${kills} times`, async () => {
  const old = build(before);
  const { tree: fresh, took } = build(after);
  let amidWriting = 0;
  for (let round = 0; round < kills; round += 1) {
    const folder = makeFolder({ 'fleet.yaml': after });
    cpSync(join(old.folder, 'build'), join(folder, 'build'), { recursive: true });
    // Another moment each time, by a generator that gives the same ones in every run.
    const share = (round * 0.618034) % 1;
    if (round % 2 === 0) await killBuild(folder, took * share, 'start');
    else await killBuild(folder, took * 0.3 * share, 'trace');
    const states = countStates(folder, old.tree, fresh);
    if (states.old > 0 && states.fresh > 0) amidWriting += 1;
    expect(runFleetc(folder, ['build', '--out', 'build'])).toMatchObject({ code: 0 });
    expect(readTree(join(folder, 'build'))).toEqual(fresh);
    rmSync(folder, { recursive: true });
  }
  process.stderr.write(`killed ${kills} builds, ${amidWriting} of them amid writing\n`);
  // Otherwise the moments say nothing about writing.
  expect(amidWriting).toBeGreaterThan(kills / 10);
});
