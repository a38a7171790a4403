import { addToLocalTime, formatInstant, type Instant, parseLocalTime } from '@fleetc/notation';
import type { Frequency, Occurrence, Stream } from './occurrences.ts';

/** A run of occurrences that one recurrence describes exactly. */
export interface Piece {
  readonly occurrences: readonly Occurrence[];
  /** Until when it goes on after the last occurrence; absent means that it does not. */
  readonly openUntil?: Instant | 'for ever';
}

const units = { Daily: 'day', Weekly: 'week', Monthly: 'month', Yearly: 'year' } as const;

/**
 * Splits a stream into runs that the controller's recurrence repeats exactly.
 *
 * The controller repeats in UTC: a change of the offset breaks a run, and so does a month or year whose length shows
 * because the window falls on another date in UTC than on the wall.
 */
export function toPieces({ occurrences, openUntil }: Stream, frequency: Frequency): Piece[] {
  const pieces: Piece[] = [];
  let run: Occurrence[] = [];
  let repetitions = 0;
  for (const occurrence of occurrences) {
    const next = run[0] && repeat(run[0].start, frequency, repetitions + 1);
    const fits = next?.at === occurrence.start && hasSameLength(run[0]!, occurrence);
    if (run.length > 0 && !fits) pieces.push({ occurrences: run });
    repetitions = fits ? next!.repetitions : 0;
    run = fits ? [...run.slice(0, 1), occurrence] : [occurrence];
  }
  if (run.length > 0)
    pieces.push({ occurrences: run, ...(openUntil !== undefined && { openUntil }) });
  return pieces;
}

/** The first date from the `count`th repetition on that the calendar has, as the controller's library finds it. */
function repeat(
  first: Instant,
  frequency: Frequency,
  count: number,
): { at: Instant; repetitions: number } {
  const clock = parseLocalTime(formatInstant(first).slice(0, -1))!;
  for (let repetitions = count; ; repetitions++) {
    const date = addToLocalTime(clock, repetitions, units[frequency]);
    if (!date) continue;
    return {
      at: Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second) / 1000,
      repetitions,
    };
  }
}

function hasSameLength(a: Occurrence, b: Occurrence): boolean {
  return a.end - a.start === b.end - b.start;
}
