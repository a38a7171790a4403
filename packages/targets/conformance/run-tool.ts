import { execFile, spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { findGoTool, type GoToolName } from '@fleetc/testing';
import type { TestContext } from 'vitest';

/** A program by its path, and the words that stand before all others on its command line. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
}

/** A tool that was installed. Skips the test where it is missing, and fails where everything has to be checked. */
export function needsTool(
  context: TestContext,
  name: GoToolName,
  ...args: readonly string[]
): Program {
  return { path: findGoTool(context, name), args };
}

/** kubectl, which no script of this repository installs. */
export function needsKubectl({ skip }: TestContext, ...args: readonly string[]): Program {
  if (spawnSync('kubectl', ['version', '--client']).status !== 0) skip('kubectl is missing');
  return { path: 'kubectl', args };
}

const execute = promisify(execFile);

/** What a program prints; throws with its standard error where it fails. */
export async function run(
  { path, args }: Program,
  further: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout } = await execute(path, [...args, ...further], {
    ...options,
    maxBuffer: 1 << 28,
  });
  return stdout;
}

/** Does something with each item, as many at once as there are processors; the results are in the order of the items. */
export async function mapInParallel<T, R>(
  items: readonly T[],
  action: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      results[next[0]] = await action(next[1]);
    }
  };
  await Promise.all(Array.from({ length: cpus().length }, work));
  return results;
}
