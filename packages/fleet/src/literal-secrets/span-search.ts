import type { Span } from '@fleetc/diagnostics';

type Range = Pick<Span, 'start' | 'end'>;

/** Questions about many places at once, each answered in the time of a search by halves. */
export interface SpanSearch {
  /** Whether one of the places holds all of the range. */
  readonly covers: (range: Range) => boolean;
  /** Whether one of the places begins in the range, its end included. */
  readonly beginsIn: (range: Range) => boolean;
  /** Whether one of the places lies in the range as a whole. */
  readonly liesIn: (range: Range) => boolean;
}

/** Makes places searchable; a file can have as many findings as it has lines, and each is held against all others. */
export function searchSpans(spans: readonly Range[]): SpanSearch {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  const furthest = [...runningMaximum(sorted.map(({ end }) => end))];
  const nearest = [...runningMaximum(sorted.map(({ end }) => -end).reverse())].reverse();
  return {
    covers: ({ start, end }) => (furthest[countBelow(starts, start + 1) - 1] ?? -Infinity) >= end,
    beginsIn: ({ start, end }) => (starts[countBelow(starts, start)] ?? Infinity) <= end,
    liesIn: ({ start, end }) => -(nearest[countBelow(starts, start)] ?? -Infinity) <= end,
  };
}

function* runningMaximum(values: readonly number[]): Generator<number> {
  let maximum = -Infinity;
  for (const value of values) yield (maximum = Math.max(maximum, value));
}

/** How many of the ascending numbers are less than `limit`. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
