import type { AnyFleetCheck } from '../fleet-check.ts';
import { overlappingWindows } from './overlapping-windows.rule.ts';
import { untilWithoutEvery } from './until-without-every.rule.ts';
import { windowLongerThanPeriod } from './window-longer-than-period.rule.ts';
import { windowNeverOpen } from './window-never-open.rule.ts';
import { windowOutlived } from './window-outlived.rule.ts';
import { windowStopsPool } from './window-stops-pool.rule.ts';
import { windowWithoutEffect } from './window-without-effect.rule.ts';

/** Checks about schedule. */
export const scheduleChecks: readonly AnyFleetCheck[] = [
  windowNeverOpen,
  windowLongerThanPeriod,
  overlappingWindows,
  windowWithoutEffect,
  windowOutlived,
  windowStopsPool,
  untilWithoutEvery,
];
