import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process took from its start to its end. */
export interface Measurement {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, in the program and in the system for it; `undefined` without GNU time. */
  readonly cpu?: number;
  /** Largest resident set in MiB; `undefined` without GNU time. */
  readonly peak?: number;
}

/** A program as a process of its own. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

const gnuTime = '/usr/bin/time';

/**
 * Runs a program with little in its environment: some variables, such as one that names more authorities, make every start of
 * Node slower.
 *
 * @throws {Error} with what the program said, when it ends with another code than zero
 */
export function runProcess({ program, args, cwd }: Command): Measurement {
  const folder = mkdtempSync(join(tmpdir(), 'fleetc-bench-'));
  const file = join(folder, 'time');
  const timed = existsSync(gnuTime)
    ? [gnuTime, '-q', '-f', '%U %S %M', '-o', file, program, ...args]
    : [program, ...args];
  const start = performance.now();
  const { status, stderr, error } = spawnSync(timed[0]!, timed.slice(1), {
    cwd,
    env: { PATH: process.env['PATH'], HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  const usage = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').map(Number) : [];
  rmSync(folder, { recursive: true });
  if (error || status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${stderr}`, { cause: error });
  const [user, system, peak] = usage;
  return { wall, ...(peak !== undefined && { cpu: user! + system!, peak: peak / 1024 }) };
}

/** The middle of several runs by the clock. */
export function medianOf(runs: readonly Measurement[]): Measurement {
  const sorted = [...runs].sort((a, b) => a.wall - b.wall);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
