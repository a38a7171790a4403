import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

const version = '3.9.2';
const folder = resolve(import.meta.dirname, '../../../.cache/tools', `vsce-v${version}`);
const program = resolve(folder, 'node_modules/@vscode/vsce/vsce');

/**
 * Installs the tool that packs extensions for the marketplace, where it is missing, and says loudly when it stays so. It is
 * no dependency, because it brings more than two hundred packages along.
 */
export function installVsce(): void {
  if (existsSync(program)) return;
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const spec = `@vscode/vsce@${version}`;
  spawnSync('npm', [...args, '--prefix', folder, spec], { cwd: folder, stdio: 'ignore' });
  if (existsSync(program)) return;
  process.stderr.write('\n*** THE PACKAGE IS NOT BEING COMPARED: vsce cannot be had ***\n\n');
}

/** The path of the tool. Skips the test where it is missing, and fails where everything has to be checked. */
export function findVsce({ skip }: Pick<TestContext, 'skip'>): string {
  if (existsSync(program)) return program;
  if (process.env['FLEETC_REQUIRE_TOOLS'] === '1') throw new Error(`vsce ${version} is missing`);
  return skip('vsce is missing');
}
