import { spawnSync } from 'node:child_process';
import { findGoTool, type GoToolName } from '@fleetc/testing';
import type { TestContext } from 'vitest';

/** A tool as a function of its arguments. Skips the test where it is missing, and fails where everything has to be checked. */
export function needsTool(
  context: TestContext,
  name: GoToolName,
): (args: readonly string[], options?: RunOptions) => string {
  const path = findGoTool(context, name);
  return (args, options) => run(path, args, options);
}

/** What a program gets beside its arguments. */
export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** What a program prints; throws with its standard error where it fails. */
export function run(
  path: string,
  args: readonly string[],
  { input = '', env = {}, cwd }: RunOptions = {},
): string {
  const result = spawnSync(path, args, {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...env },
    ...(cwd !== undefined && { cwd }),
  });
  if (result.status !== 0) throw new Error(`${path} ${args.join(' ')}:\n${result.stderr}`);
  return result.stdout;
}
