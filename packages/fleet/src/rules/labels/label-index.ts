import type { Seat } from './seat.ts';

/** Seats by what their runners offer, so that those which can take a job are found without looking at all. */
export interface LabelIndex {
  /** Seats that offer every label, in no more than a few steps each. */
  readonly offering: (labels: readonly string[]) => Iterable<Seat>;
}

/** Seats that offer the same labels. */
interface LabelSet {
  readonly offered: ReadonlySet<string>;
  readonly seats: Seat[];
}

/**
 * Indexes seats by label. A look-up goes through the sets that have the rarest of its labels, which is one or two sets
 * where each pool has a label of its own, however many pools there are.
 */
export function createLabelIndex(seats: readonly Seat[]): LabelIndex {
  const sets = groupByOffer(seats);
  const byLabel = new Map<string, LabelSet[]>();
  for (const set of sets) {
    for (const label of set.offered) append(byLabel, label, set);
  }
  return {
    *offering(labels) {
      for (const { offered, seats: found } of rarest(labels, byLabel) ?? sets) {
        if (labels.every((label) => offered.has(label))) yield* found;
      }
    },
  };
}

/** Adds to the list of a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function groupByOffer(seats: readonly Seat[]): LabelSet[] {
  const sets = new Map<string, LabelSet>();
  for (const seat of seats) {
    const set = sets.get(seat.offer);
    if (set) set.seats.push(seat);
    else sets.set(seat.offer, { offered: seat.offered, seats: [seat] });
  }
  return [...sets.values()];
}

function rarest(
  labels: readonly string[],
  byLabel: ReadonlyMap<string, readonly LabelSet[]>,
): readonly LabelSet[] | undefined {
  let best: readonly LabelSet[] | undefined;
  for (const label of labels) {
    const sets = byLabel.get(label) ?? [];
    if (!best || sets.length < best.length) best = sets;
  }
  return best;
}
