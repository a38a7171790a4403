import type { AnyFleetCheck } from '../fleet-check.ts';
import { poolNotWatched } from './pool-not-watched.rule.ts';

/** Checks about namespaces. */
export const namespacesChecks: readonly AnyFleetCheck[] = [poolNotWatched];
