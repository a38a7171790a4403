import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** One release of each line of Node that fleetc supports besides the one that runs the tests. */
export const nodeReleases = { 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' } as const;

/**
 * The program of a release of Node, installed from the package registry where it is missing; `undefined` where it cannot be.
 *
 * @throws {Error} where everything has to be checked and the release cannot be had
 */
export function findNode(line: keyof typeof nodeReleases): string | undefined {
  const version = nodeReleases[line];
  const name = `node-${process.platform}-${process.arch}`;
  const folder = resolve(import.meta.dirname, '../../../../.cache/tools', `node-v${version}`);
  const program = resolve(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) install(folder, `${name}@${version}`);
  if (existsSync(program)) return program;
  if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error(`Node ${version} is missing`);
  process.stderr.write(
    `\n*** NODE ${line} IS NOT BEING CHECKED: its package cannot be had ***\n\n`,
  );
  return undefined;
}

function install(folder: string, spec: string): void {
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', spec];
  const { status } = spawnSync('npm', [...args, '--prefix', folder], {
    cwd: folder,
    stdio: 'ignore',
  });
  process.stderr.write(`npm install ${spec}: ${status === 0 ? 'done' : 'failed'}\n`);
}
