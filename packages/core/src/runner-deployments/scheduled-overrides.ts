import type { Path } from '@fleetc/diagnostics';
import type { Autoscale } from '@fleetc/fleet';
import { itemOf } from '../emission/item.ts';
import { type Context, field, type Item, type Table } from '../emission/table.ts';
import { expandWindow, type ScheduleCache, type ScheduledOverride } from './schedule.ts';

interface Scheduled {
  readonly autoscale: Autoscale;
  readonly schedules: ScheduleCache;
}

interface OverrideContext extends Context {
  readonly override: ScheduledOverride;
}

export const overrideFields: Table<OverrideContext> = [
  field('startTime', 'window.from', ({ override }) => override.startTime),
  field('endTime', 'window.to', ({ override }) => override.endTime),
  field('minReplicas', 'window.min', ({ override }) => override.minReplicas),
  field(
    'recurrenceRule.frequency',
    'window.every',
    ({ override }) => override.recurrenceRule?.frequency,
  ),
  field(
    'recurrenceRule.untilTime',
    'window.until',
    ({ override }) => override.recurrenceRule?.untilTime,
  ),
];

/** All windows of an autoscaler by the start of their first occurrence. The first active entry decides, says ARC. */
export function scheduledOverrides({ autoscale, schedules }: Scheduled): Item[] {
  return autoscale.schedule
    .flatMap((window) =>
      expandWindow(window, schedules).overrides.map((override) => ({
        override,
        path: window.path,
      })),
    )
    .sort((a, b) => compare(a.override.startTime, b.override.startTime))
    .map(({ override, path }) => item(override, path));
}

function item(override: ScheduledOverride, path: Path): Item {
  return itemOf(overrideFields, { override, roots: { window: path }, words: {} }, path);
}

// The sort is stable, and windows come in the order of their names.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
