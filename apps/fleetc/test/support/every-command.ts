import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree, type Traces } from './find-leaks.ts';
import { makeFolder, type RunOptions, runFleetc } from './run-fleetc.ts';

/** Command lines by command, in an order in which each can follow the one before in the same folder. */
export const commandLines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  init: [['init', 'started']],
  check: [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'github'],
    ['check', '--color', 'always'],
    ['check', 'missing.yaml'],
  ],
  build: [
    ['build'],
    ['build', '--out', 'json', '--format', 'json'],
    ['build', '--stdout'],
    ['build', '--check'],
    ['build', '--check', '--out', 'elsewhere'],
  ],
  fmt: [
    ['fmt', '--check'],
    ['fmt', '--check', 'missing.yaml'],
  ],
  diff: [
    ['diff'],
    ['diff', '--format', 'json'],
    ['diff', '--format', 'markdown', '--out', 'elsewhere'],
  ],
  explain: [
    ['explain', '.'],
    ['explain', 'pools.ci'],
    ['explain', 'FLC4001'],
    ['explain', 'FLC4002'],
  ],
  schema: [['schema'], ['schema', '--out', 'schemas/fleet.schema.json']],
  images: [['images'], ['images', '--format', 'json']],
  lock: [
    ['lock', '--check'],
    ['lock', '--timeout', '1s'],
  ],
  capacity: [['capacity'], ['capacity', '--format', 'json']],
  graph: [['graph'], ['graph', '--format', 'json']],
  labels: [['labels'], ['labels', '--format', 'json'], ['labels', '--workflows', '.']],
  secrets: [
    ['secrets', 'list'],
    ['secrets', 'list', '--format', 'json'],
  ],
  seal: [
    ['seal', 'nobody'],
    ['seal', 'github', '--cert', 'fleet.yaml'],
  ],
  lsp: [['lsp']],
  completion: [['completion', 'bash']],
  help: [['help', 'build']],
};

/** One run with all that it left behind: both streams, and every file of the working and of the temporary folder. */
export interface Leftovers {
  readonly code: number | null;
  readonly stdout: string;
  readonly traces: Traces;
}

// Nothing answers there, so that no run reaches a network.
const unreachable = 'http://127.0.0.1:9';

/** Runs one command line in a folder that holds the files, and gathers what it wrote; a file that stayed as it was is left out. */
export function runAndGather(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  options: RunOptions = {},
): Leftovers {
  const folder = makeFolder(files);
  return gather(folder, args, options);
}

/** Runs all command lines, one after the other, in one folder. */
export function runAll(
  files: Readonly<Record<string, string>>,
  options: RunOptions = {},
): ReadonlyMap<string, Leftovers> {
  const folder = makeFolder(files);
  const lines = Object.values(commandLines).flat();
  return new Map(lines.map((args) => [args.join(' '), gather(folder, args, options)]));
}

function gather(folder: string, args: readonly string[], options: RunOptions): Leftovers {
  const given = readTree(folder);
  const temporary = mkdtempSync(join(tmpdir(), 'fleetc-canary-'));
  mkdirSync(join(temporary, 'home'));
  const env = { TMPDIR: temporary, HOME: join(temporary, 'home'), HTTPS_PROXY: unreachable };
  const { code, stdout, stderr } = runFleetc(folder, args, {
    ...options,
    env: { ...env, ...options.env },
  });
  const written = Object.entries(readTree(folder)).filter(([name, bytes]) => bytes !== given[name]);
  const traces = { stdout, stderr, ...Object.fromEntries(written), ...readTree(temporary) };
  rmSync(temporary, { recursive: true });
  return { code, stdout, traces };
}
