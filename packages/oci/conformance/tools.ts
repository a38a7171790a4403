import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

/** Programs that stand for the world: the reference registry, and one of the tools that copy images. */
export const tools = {
  registry: { version: 'v3.1.1', module: 'github.com/distribution/distribution/v3/cmd/registry' },
  crane: { version: 'v0.22.1', module: 'github.com/google/go-containerregistry/cmd/crane' },
} as const;

export type ToolName = keyof typeof tools;

/** Installs what is missing with the Go at hand, and says loudly what stays missing. */
export function installTools(): void {
  const names = Object.keys(tools) as ToolName[];
  const failed = names.filter((name) => !existsSync(toolPath(name)) && !install(name));
  if (failed.length === 0) return;
  process.stderr.write(
    `\n*** CONFORMANCE OF LOCKING IS NOT BEING CHECKED with ${failed.join(', ')} ***\n` +
      'They are installed where a Go toolchain and its module proxy are at hand.\n\n',
  );
}

function install(name: ToolName): boolean {
  const { module, version } = tools[name];
  const folder = toolFolder(name);
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder };
  const { status } = spawnSync('go', ['install', `${module}@${version}`], { env, stdio: 'ignore' });
  process.stderr.write(`go install ${module}@${version}: ${status === 0 ? 'done' : 'failed'}\n`);
  return status === 0;
}

function toolFolder(name: ToolName): string {
  const folder = `${name}-${tools[name].version}`;
  return resolve(import.meta.dirname, '../../../.cache/tools', folder);
}

function toolPath(name: ToolName): string {
  return resolve(toolFolder(name), name);
}

/** The path of a tool. Skips the test where it is missing, and fails where everything has to be checked. */
export function needsTool({ skip }: Pick<TestContext, 'skip'>, name: ToolName): string {
  const path = toolPath(name);
  if (existsSync(path)) return path;
  if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error(`${name} is missing`);
  skip(`${name} is missing`);
  return path;
}
