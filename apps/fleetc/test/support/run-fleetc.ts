import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The built command as users start it. */
export const bin = fileURLToPath(new URL('../../bin/fleetc.mjs', import.meta.url));

/** What a finished run left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from one in a quiet pipe. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  /** Arguments of node, such as a module to load first. */
  readonly node?: readonly string[];
  /** Numeric user, for what root may do and others may not. */
  readonly uid?: number;
}

/** Starts fleetc in a folder, with no variable but those given and the path to other programs. */
export function runFleetc(cwd: string, args: readonly string[], options: RunOptions = {}): Run {
  const { env = {}, input = '', node = [], uid } = options;
  const result = spawnSync(process.execPath, [...node, bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    input,
    encoding: 'utf8',
    ...(uid !== undefined && { uid }),
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder of its own with files in it; below a `.git`, so that no search leaves it. */
export function makeFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-'));
  made.push(folder);
  mkdirSync(join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
