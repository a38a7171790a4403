import type { Pool } from '../model.ts';

/** Fewest and most runners. */
export interface RunnerRange {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * How many runners a pool can have at one of its scopes. A schedule window replaces the minimum while it is open, and ARC
 * lets a minimum win over the maximum, so both ends look at the windows. Reservations stay below the maximum.
 */
export function runnerRange({ replicas = 1, autoscale }: Pool): RunnerRange {
  if (!autoscale) return { minimum: replicas, maximum: replicas };
  const minimums = [autoscale.min, ...autoscale.schedule.map(({ min }) => min)];
  return { minimum: Math.min(...minimums), maximum: Math.max(autoscale.max, ...minimums) };
}

/** The same over all scopes of the pool. */
export function poolRunners(pool: Pool): RunnerRange {
  const { minimum, maximum } = runnerRange(pool);
  return { minimum: minimum * pool.scopes.length, maximum: maximum * pool.scopes.length };
}
