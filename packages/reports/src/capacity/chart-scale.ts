/** An axis from 0 to `end` with round steps. */
export interface ChartScale {
  readonly end: number;
  readonly ticks: readonly number[];
}

/** The shortest axis of at most six round, whole steps that holds `most`. */
export function chartScale(most: number): ChartScale {
  const step = roundStep(Math.max(1, most) / 6);
  const count = Math.max(1, Math.ceil(most / step));
  return {
    end: step * count,
    ticks: Array.from({ length: count + 1 }, (_, index) => step * index),
  };
}

/** The smallest of 1, 2, 5, 10, 20, 50 and so on that is not below `least`. */
function roundStep(least: number): number {
  let decade = 1;
  while (decade * 10 < least) decade *= 10;
  return [1, 2, 5, 10].map((factor) => factor * decade).find((step) => step >= least)!;
}
