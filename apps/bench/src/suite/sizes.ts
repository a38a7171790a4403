import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { syntheticFleet } from '../fleet/synthetic-fleet.ts';
import { fleetcCommand } from '../measure/fleetc.ts';
import { makeFolder } from '../measure/folders.ts';
import { measureInTurn } from '../measure/in-turn.ts';
import { type Measurement, runProcess } from '../measure/run-process.ts';

/** Whole cold commands on a fleet of so many pools. */
export interface SizeResult {
  readonly pools: number;
  readonly check: Measurement;
  /** Into an empty folder: every file is written. */
  readonly build: Measurement;
  /** Again, with nothing changed. */
  readonly rebuild?: Measurement;
  /** Again, with one pool changed. */
  readonly change?: Measurement;
  /** Milliseconds by step, in one process. */
  readonly steps?: Readonly<Record<string, number>>;
}

/** Above so many pools a command takes minutes, and is measured once. */
const many = 10_000;

/** Measures every way to run fleetc on a fleet of so many pools. */
export function measureSize(pools: number): SizeResult {
  const text = syntheticFleet(pools);
  const folder = makeFolder(text);
  if (pools > many) return { pools, ...measureOnce(folder) };
  const runs = pools <= 100 ? 7 : pools <= 1000 ? 5 : 2;
  const taken = measureInTurn(runs, {
    check: () => fleetcCommand(folder, 'check'),
    build: (run) => fleetcCommand(folder, 'build', '--out', `build-${run}`),
    rebuild: (run) => fleetcCommand(folder, 'build', '--out', `build-${run}`),
  });
  writeFileSync(join(folder, 'fleet.yaml'), changeOnePool(text));
  const change = runProcess(fleetcCommand(folder, 'build', '--out', `build-${runs}`));
  return { pools, ...taken, change, steps: measureSteps(text) };
}

function measureOnce(folder: string): Pick<SizeResult, 'check' | 'build'> {
  return measureInTurn(1, {
    check: () => fleetcCommand(folder, 'check'),
    build: () => fleetcCommand(folder, 'build', '--out', 'build'),
  });
}

/** A fleet of which one pool differs, one of a single environment if there are several pools. */
export function changeOnePool(text: string): string {
  const start = Math.max(0, text.indexOf('  pool-5:\n'));
  return text.slice(0, start) + text.slice(start).replace('replicas: 2', 'replicas: 3');
}

function measureSteps(text: string): Readonly<Record<string, number>> {
  const folder = makeFolder(text);
  const program = join(import.meta.dirname, 'steps.mjs');
  const args = [program, join(folder, 'fleet.yaml'), join(folder, 'build')];
  const result = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(result) as Record<string, number>;
}
