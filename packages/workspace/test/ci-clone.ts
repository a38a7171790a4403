import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll } from 'vitest';

/** The repository itself. */
export const root = join(import.meta.dirname, '../../..');

/** What the command is built from, and what pipelines take; packages are reached through `node_modules`. */
const cloned = [
  '.pre-commit-hooks.yaml',
  'action.yml',
  'apps/fleetc/bin',
  'apps/fleetc/build.mjs',
  'apps/fleetc/bundle-plugins.mjs',
  'apps/fleetc/ci',
  'apps/fleetc/package.json',
  'apps/fleetc/src',
  'schemas/fleet.schema.json',
];

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that is gone after the tests. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-ci-'));
  made.push(folder);
  return folder;
}

/** A clone of the repository as a pipeline gets one: committed, and neither installed nor built. */
export function cloneRepository(): string {
  const folder = makeFolder();
  for (const path of cloned) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, '.gitignore'), 'node_modules\ndist\nnpm.log\n');
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'all');
  return folder;
}

/** Runs Git in a folder, as somebody. */
export function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe' });
}

/** A repository of a user with one fleet, which is an example, in a folder. */
export function makeUserRepository(folder = '.'): {
  readonly path: string;
  readonly fleet: string;
} {
  const path = makeFolder();
  const fleet = join(path, folder, 'fleet.yaml');
  mkdirSync(dirname(fleet), { recursive: true });
  git(path, 'init', '--quiet');
  cpSync(join(root, 'examples/quickstart/fleet.yaml'), fleet);
  return { path, fleet };
}

/** Replaces a text in a file, which has to be there. */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have "${from}"`);
  writeFileSync(file, text.replace(from, to));
}

/** What a finished script left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a program in a folder, with an npm on its path that installs what this repository has installed. */
export function run(
  command: readonly [string, ...string[]],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Run {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { PATH: pathWithNpm(), HOME: makeFolder(), ...env },
    encoding: 'utf8',
    input: '',
  });
  return { code: status, stdout, stderr };
}

/** Without a registry: it writes down what it is asked for, and does what comes of it; what it built, it keeps. */
const npm = (kept: string) => `#!/bin/sh
set -eu
echo "$*" >> npm.log
case "$*" in
  ci*) ln -s "${root}/node_modules" node_modules ;;
  *'build --workspace fleetc'*)
    [ -d "${kept}/dist" ] || { node apps/fleetc/build.mjs; cp -R apps/fleetc/dist "${kept}"; }
    cp -R "${kept}/dist" apps/fleetc ;;
esac
`;

const kept = makeFolder();

function pathWithNpm(): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'npm'), npm(kept));
  chmodSync(join(folder, 'npm'), 0o755);
  return [folder, process.env['PATH']].join(delimiter);
}

/** A YAML file of the repository. */
export function readYaml<T>(path: string): T {
  return load(readFileSync(join(root, path), 'utf8')) as T;
}
