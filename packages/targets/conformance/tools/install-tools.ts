import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { type Tool, toolFolder, toolPath, type ToolName, tools } from './tools.ts';

/** Whether a missing tool is a failure: where a change is judged, nothing may go unchecked. */
export const isRequired = process.env['FLEETC_REQUIRE_TOOLS'] === '1';

/** Installs whatever is missing with the Go at hand, and says loudly what stays missing. */
export function installTools(): void {
  const missing = (Object.keys(tools) as ToolName[]).filter((name) => !existsSync(toolPath(name)));
  if (missing.length === 0) return;
  const failed = hasGo() ? missing.filter((name) => !install(tools[name])) : missing;
  if (failed.length > 0) warn(failed);
}

function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

function install(tool: Tool): boolean {
  const folder = toolFolder(tool);
  mkdirSync(folder, { recursive: true });
  const start = performance.now();
  const { status, stderr } = spawnSync('go', ['install', `${tool.module}@${tool.version}`], {
    env: { ...process.env, GOBIN: folder },
    encoding: 'utf8',
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  if (status === 0) say(`installed ${tool.name} ${tool.version} in ${seconds} s`);
  else say(`go install ${tool.module}@${tool.version} failed:\n${stderr}`);
  return status === 0;
}

function warn(names: readonly string[]): void {
  say(
    `\n*** CONFORMANCE IS NOT BEING CHECKED with ${names.join(', ')} ***\n` +
      'They are installed where a Go toolchain and its module proxy are at hand.\n',
  );
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
