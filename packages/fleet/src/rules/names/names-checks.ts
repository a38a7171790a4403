import type { AnyFleetCheck } from '../fleet-check.ts';
import { nameCollision } from './name-collision.rule.ts';
import { reservedLabel } from './reserved-label.rule.ts';

/** Checks about names. */
export const namesChecks: readonly AnyFleetCheck[] = [nameCollision, reservedLabel];
