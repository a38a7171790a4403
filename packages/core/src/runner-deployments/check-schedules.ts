import { createDiagnostic, type Diagnostic } from '@fleetc/diagnostics';
import type { Fleet, ScheduleWindow } from '@fleetc/fleet';
import { scheduleFollowsZone } from '../rules/schedule-follows-zone.rule.ts';
import { expandWindow, type ScheduleCache } from './schedule.ts';

/** Tells of every window that had to be split to hold its local time; a window of a profile is told once. */
export function checkSchedules(fleet: Fleet, schedules: ScheduleCache): Diagnostic[] {
  const found = fleet.pools.flatMap(({ autoscale }) => autoscale?.schedule ?? []);
  const told = new Set<string>();
  return found.flatMap((window) => {
    const diagnostic = checkWindow(fleet, window, schedules);
    const key = JSON.stringify([diagnostic?.primary, diagnostic?.message]);
    if (!diagnostic || told.has(key)) return [];
    told.add(key);
    return [diagnostic];
  });
}

function checkWindow(
  fleet: Fleet,
  window: ScheduleWindow,
  schedules: ScheduleCache,
): Diagnostic | undefined {
  const { overrides, followsZone, fixedFrom } = expandWindow(window, schedules);
  if (!followsZone) return undefined;
  const path = [...window.path, 'zone'];
  const params = {
    window: window.name,
    zone: window.zone,
    overrides: overrides.length,
    ...(fixedFrom !== undefined && { fixedFrom }),
  };
  return createDiagnostic(scheduleFollowsZone, params, { span: fleet.origin(path).span, path });
}
