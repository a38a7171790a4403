import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

/** A released Go program. */
interface Tool {
  readonly version: string;
  /** What `go install` takes, without the version. */
  readonly module: string;
}

/** The programs that open what is sealed. */
export const tools = {
  'kubeseal': { version: 'v0.36.6', module: 'github.com/bitnami-labs/sealed-secrets/cmd/kubeseal' },
  'sops': { version: 'v3.13.2', module: 'github.com/getsops/sops/v3/cmd/sops' },
  'age': { version: 'v1.3.1', module: 'filippo.io/age/cmd/age' },
  'age-keygen': { version: 'v1.3.1', module: 'filippo.io/age/cmd/age-keygen' },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** Installs what is missing with the Go at hand, and says loudly what stays missing. */
export function installTools(): void {
  const missing = (Object.keys(tools) as ToolName[]).filter((name) => !existsSync(toolPath(name)));
  const failed = missing.filter((name) => !install(name));
  if (failed.length === 0) return;
  process.stderr.write(
    `\n*** CONFORMANCE OF SEALING IS NOT BEING CHECKED with ${failed.join(', ')} ***\n` +
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

/** A tool as a function of its arguments. Skips the test where it is missing, and fails where everything has to be checked. */
export function needsTool(
  { skip }: TestContext,
  name: ToolName,
): (args: readonly string[], options?: RunOptions) => string {
  const path = toolPath(name);
  if (!existsSync(path)) {
    if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error(`${name} is missing`);
    skip(`${name} is missing`);
  }
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
