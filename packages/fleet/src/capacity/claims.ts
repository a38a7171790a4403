import type { Quantity } from '@fleetc/notation';
import type { ClaimTemplate, Pool } from '../model.ts';
import { readQuantity, sumQuantities, timesQuantity } from './amounts.ts';
import { poolRunners } from './runner-range.ts';

/** The claims that one volume of a pool makes at maximum. */
export interface ClaimUse {
  /** Name of the volume; `work` for the work volume. */
  readonly volume: string;
  /** `kept` outlives its runner, `ephemeral` goes with its pod. */
  readonly lifetime: 'kept' | 'ephemeral';
  /** The cluster's default when absent. */
  readonly storageClass?: string;
  /** Of one claim. */
  readonly size: Quantity;
  readonly count: number;
  readonly total: Quantity;
}

/** A number of claims and what they hold together. */
export interface ClaimSum {
  readonly count: number;
  readonly size: Quantity;
}

/** Claims made for the runners of a pool; existing claims are somebody else's. */
export function poolClaims(pool: Pool): ClaimUse[] {
  const { maximum } = poolRunners(pool);
  const lifetime = pool.kind === 'set' ? 'kept' : 'ephemeral';
  const volumes = pool.volumes.flatMap(({ name, source }) =>
    source.type === 'claimTemplate' ? claimUse(name, lifetime, source, maximum) : [],
  );
  // The work volume belongs to a pod even in a set: ARC makes a generic ephemeral volume of it.
  const { workVolume } = pool;
  if (workVolume?.type !== 'claimTemplate') return volumes;
  return [...volumes, claimUse('work', 'ephemeral', workVolume, maximum)];
}

/** Number and size of several uses. */
export function sumClaims(uses: readonly ClaimUse[]): ClaimSum {
  return {
    count: uses.reduce((sum, { count }) => sum + count, 0),
    size: sumQuantities(uses.map(({ total }) => total)),
  };
}

function claimUse(
  volume: string,
  lifetime: ClaimUse['lifetime'],
  { size: written, storageClass }: ClaimTemplate,
  count: number,
): ClaimUse {
  const size = readQuantity(written);
  const total = timesQuantity(size, count);
  return {
    volume,
    lifetime,
    ...(storageClass !== undefined && { storageClass }),
    size,
    count,
    total,
  };
}
