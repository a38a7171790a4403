import type { AnyFleetCheck } from '../fleet-check.ts';

/** Checks about controller. */
export const controllerChecks: readonly AnyFleetCheck[] = [];
