import type { Path } from '@fleetc/diagnostics';
import type { CheckPlace } from '../fleet-check.ts';
import type { Rivalry } from './rivalries.ts';

/** What the words of a rivalry need. */
export interface RivalWords {
  /** What the jobs ask for that are meant for the first pool. */
  readonly labels: readonly string[];
  /** The pool itself, then its rivals. */
  readonly pools: readonly string[];
}

/** The values of a finding about a rivalry. */
export function rivalWords({ seat, rivals }: Rivalry): RivalWords {
  const labels = seat.wanted.length > 0 ? seat.wanted : ['self-hosted'];
  return { labels, pools: [seat.pool.name, ...rivals.map(({ pool }) => pool.name)] };
}

/** Where it is reported: at the labels of the pool that the jobs are meant for, and at those of its rivals. */
export function rivalPlace({ seat, rivals }: Rivalry): [Path, CheckPlace] {
  const related = rivals.map(({ pool }) => ({
    path: [...pool.path, 'labels'],
    text: 'these fit too',
    part: 'value' as const,
  }));
  return [[...seat.pool.path, 'labels'], { related }];
}
