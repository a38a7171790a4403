import type { ScheduleWindow } from '@fleetc/fleet';
import { formatInstant, parseLocalTime, toInstant } from '@fleetc/notation';
import { type Frequency, occurrenceStreams } from './occurrences.ts';
import { type Piece, toPieces } from './recurrence.ts';

/** One entry of `scheduledOverrides`, times in RFC 3339 UTC. */
export interface ScheduledOverride {
  readonly startTime: string;
  readonly endTime: string;
  readonly minReplicas: number;
  readonly recurrenceRule?: { readonly frequency: Frequency; readonly untilTime?: string };
}

/** What a window in local time becomes in the controller's terms, which know neither zones nor summer time. */
export interface ExpandedWindow {
  /** In the order of `startTime`. */
  readonly overrides: readonly ScheduledOverride[];
  /** Whether one recurrence could not say it, so that it was split to follow the zone. */
  readonly followsZone: boolean;
  /** The start of an open-ended recurrence that ends a split: from here the offset no longer changes. */
  readonly fixedFrom?: string;
}

/** Expansions already made; pools of one profile share their windows. */
export type ScheduleCache = Map<string, ExpandedWindow>;

/** Expands a window, or remembers having done so. */
export function expandWindow(window: ScheduleWindow, cache: ScheduleCache): ExpandedWindow {
  const { from, to, zone, every, until, min } = window;
  const key = JSON.stringify([from, to, zone, every, until, min]);
  let expanded = cache.get(key);
  if (!expanded) cache.set(key, (expanded = expand(window)));
  return expanded;
}

function expand(window: ScheduleWindow): ExpandedWindow {
  if (!window.every) return once(window);
  const { frequency, streams } = occurrenceStreams(window, window.every);
  const pieces = streams.map((stream) => toPieces(stream, frequency));
  const overrides = pieces
    .flat()
    .map((piece) => toOverride(piece, frequency, window.min))
    .sort(byStart);
  const followsZone = pieces.some(({ length }) => length > 1);
  const open = overrides.findLast(
    ({ recurrenceRule }) => recurrenceRule && !recurrenceRule.untilTime,
  );
  return { overrides, followsZone, ...(followsZone && open && { fixedFrom: open.startTime }) };
}

function once({ from, to, zone, min }: ScheduleWindow): ExpandedWindow {
  const override = {
    startTime: formatInstant(toInstant(parseLocalTime(from)!, zone)),
    endTime: formatInstant(toInstant(parseLocalTime(to)!, zone)),
    minReplicas: min,
  };
  return { overrides: [override], followsZone: false };
}

function toOverride(
  { occurrences, openUntil }: Piece,
  frequency: Frequency,
  minReplicas: number,
): ScheduledOverride {
  const first = occurrences[0]!;
  const last = occurrences.at(-1)!;
  const times = {
    startTime: formatInstant(first.start),
    endTime: formatInstant(first.end),
    minReplicas,
  };
  if (openUntil === 'for ever') return { ...times, recurrenceRule: { frequency } };
  if (first === last && openUntil === undefined) return times;
  const untilTime = formatInstant(openUntil ?? last.start);
  return { ...times, recurrenceRule: { frequency, untilTime } };
}

function byStart(a: ScheduledOverride, b: ScheduledOverride): number {
  if (a.startTime !== b.startTime) return a.startTime < b.startTime ? -1 : 1;
  return a.endTime < b.endTime ? -1 : 1;
}
