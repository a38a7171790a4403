import { join, resolve } from 'node:path';
import { type Invocation, lastValue } from '../cli/invocation.ts';
import { toDisplayPath } from '../input/display-path.ts';

/** The output folder as messages show it: `--out`, else `build` beside the fleet.yaml in `folder`. */
export function chooseOutDir(invocation: Invocation, folder: string, directory: string): string {
  const given = lastValue(invocation, 'out');
  const path = given === undefined ? join(folder, 'build') : resolve(directory, given);
  return toDisplayPath(path, directory);
}
