import type { AnyFleetCheck } from '../fleet-check.ts';

/** Checks about budgets. */
export const budgetsChecks: readonly AnyFleetCheck[] = [];
