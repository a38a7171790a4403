import { identify, type Thing } from '../read/thing.ts';

/** One thing in two trees; at least one of the two is there. */
export interface Pair {
  readonly before?: Thing;
  readonly after?: Thing;
}

/** Matches the things of two trees by what they are, in the order of the trees. */
export function matchThings(before: readonly Thing[], after: readonly Thing[]): Pair[] {
  const old = new Map(before.map((thing) => [identify(thing), thing]));
  const young = new Map(after.map((thing) => [identify(thing), thing]));
  const keys = new Set([...old.keys(), ...young.keys()]);
  return [...keys].map((key) => toPair(old.get(key), young.get(key)));
}

/** A pair of what there is. */
export function toPair(before: Thing | undefined, after: Thing | undefined): Pair {
  return { ...(before && { before }), ...(after && { after }) };
}

/** What is there of a pair: the young one rather than the old one. */
export function thingOf({ before, after }: Pair): Thing {
  return (after ?? before)!;
}
