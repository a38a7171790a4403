import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import process from 'node:process';
import { peers } from '../peers/peers.ts';
import { fleetc } from './fleetc.ts';

/** What the figures depend on besides the code. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** In GiB, rounded. */
  readonly memory: number;
  readonly system: string;
  /** Versions by program. */
  readonly versions: Readonly<Record<string, string>>;
}

/** This machine, and the programs that are measured on it. */
export function describeMachine(): Machine {
  const own = execFileSync(process.execPath, [fleetc, '--version'], { encoding: 'utf8' });
  const others = peers.flatMap(({ name, version }) => {
    const found = version();
    return found === undefined ? [] : [[name, found] as const];
  });
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    versions: {
      fleetc: own.trim().split(' ')[1]!,
      node: process.version,
      ...Object.fromEntries(others),
    },
  };
}
