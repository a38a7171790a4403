import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticFleet } from '../fleet/synthetic-fleet.ts';
import { fleetcCommand } from '../measure/fleetc.ts';
import { makeFolder } from '../measure/folders.ts';
import { runProcess } from '../measure/run-process.ts';
import { changeOnePool } from './sizes.ts';

/** The files that a build touches when one pool of so many changed, of all that the tree has. */
export function listTouched(pools: number): { readonly touched: string[]; readonly files: number } {
  const text = syntheticFleet(pools);
  const folder = makeFolder(text);
  const build = fleetcCommand(folder, 'build', '--out', 'build');
  runProcess(build);
  const before = readTimes(join(folder, 'build'));
  writeFileSync(join(folder, 'fleet.yaml'), changeOnePool(text));
  runProcess(build);
  const after = readTimes(join(folder, 'build'));
  const touched = [...after].flatMap(([path, time]) => (before.get(path) === time ? [] : [path]));
  return { touched: touched.sort(), files: after.size };
}

/** Node number and time of each file: one that was written again has another. */
function readTimes(root: string): Map<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { ino, mtimeMs } = statSync(path);
      return [path.slice(root.length + 1), `${ino} ${mtimeMs}`];
    }),
  );
}
