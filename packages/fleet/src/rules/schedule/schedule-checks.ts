import type { AnyFleetCheck } from '../fleet-check.ts';
import { windowLongerThanPeriod } from './window-longer-than-period.rule.ts';
import { windowNeverOpen } from './window-never-open.rule.ts';

/** Checks about schedule. */
export const scheduleChecks: readonly AnyFleetCheck[] = [windowNeverOpen, windowLongerThanPeriod];
