import type { Compilation } from '@fleetc/core';
import type { Fleet, Pool, PoolCapacity } from '@fleetc/fleet';
import { environmentCapacity, formatAmount } from '@fleetc/reports';
import { toPatched } from '../names/environment-path.ts';

/** What each pool becomes, in a line for each way in which environments see it, such as `RunnerDeployment build · 2 runners`. */
export type PoolLines = ReadonlyMap<string, readonly string[]>;

/** Describes the pools of a fleet that have no errors of their own. */
export function describePools(compilation: Compilation): PoolLines {
  const { environments, hasEnvironments } = compilation;
  const broken = brokenPools(compilation);
  const seen = new Map<string, Map<string, string[]>>();
  for (const { name, fleet } of environments) {
    for (const [pool, line] of describeFleet(fleet)) {
      const lines = seen.get(pool) ?? new Map<string, string[]>();
      seen.set(pool, lines.set(line, [...(lines.get(line) ?? []), name]));
    }
  }
  const described = [...seen].filter(([pool]) => !broken.has(pool));
  return new Map(
    described.map(([pool, lines]) => [
      pool,
      [...lines].map(([line, names]) => {
        const isEverywhere = !hasEnvironments || names.length === environments.length;
        return isEverywhere ? line : `${names.join(', ')}: ${line}`;
      }),
    ]),
  );
}

function brokenPools({ diagnostics }: Compilation): Set<string> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const pools = errors.flatMap(({ path = [] }) => {
    const [block, pool] = toPatched(path).path;
    return block === 'pools' && pool !== undefined ? [String(pool)] : [];
  });
  return new Set(pools);
}

function describeFleet(fleet: Fleet): [pool: string, line: string][] {
  const { pools } = environmentCapacity(fleet).capacity;
  const byName = new Map(pools.map((capacity) => [capacity.name, capacity]));
  return fleet.pools.map((pool) => [pool.name, describePool(pool, byName.get(pool.name)!)]);
}

function describePool(pool: Pool, { runners, requests }: PoolCapacity): string {
  const { minimum, maximum } = runners;
  const range = minimum === maximum ? String(maximum) : `${minimum}–${maximum}`;
  const cpu = requests['cpu'];
  return [
    describeObjects(pool),
    `${range} ${range === '1' ? 'runner' : 'runners'}`,
    ...(cpu && cpu.nano > 0n ? [`up to ${formatAmount(cpu)} cpu`] : []),
  ].join(' · ');
}

function describeObjects({ kind, objectNames: [name, ...others] }: Pool): string {
  const word = kind === 'set' ? 'RunnerSet' : 'RunnerDeployment';
  return others.length === 0 ? `${word} ${name}` : `${others.length + 1} ${word}s`;
}
