import type { Goal } from '../goals.ts';

/** Figures of an earlier run by the key of their goal. */
export type Stored = Readonly<Record<string, number>>;

/** How much worse a figure may become before somebody has to look. */
const allowance = 1.25;

/** The figures of a run that can be compared with those of another machine: ratios and counts, not milliseconds. */
export function toStored(goals: readonly Goal[]): Stored {
  const comparable = goals.filter(({ unit }) => unit !== 'ms');
  return Object.fromEntries(
    comparable.flatMap(({ key, measured }) =>
      measured === undefined ? [] : [[key, Number(measured.toPrecision(3))]],
    ),
  );
}

/** A sentence for each figure that is worse than the stored one by more than a quarter. */
export function compareStored(goals: readonly Goal[], stored: Stored): string[] {
  return goals.flatMap(({ key, name, measured, isAtLeast }) => {
    const before = stored[key];
    if (before === undefined || measured === undefined) return [];
    const worse = isAtLeast ? before / measured : measured / before;
    if (worse <= allowance) return [];
    return [
      `${name}: ${measured.toPrecision(3)}, stored ${before}, ${Math.round((worse - 1) * 100)} % worse`,
    ];
  });
}
