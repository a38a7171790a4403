import type { AnyFleetCheck } from '../fleet-check.ts';
import { nameCollision } from './name-collision.rule.ts';
import { nameOfController } from './name-of-controller.rule.ts';
import { reservedLabel } from './reserved-label.rule.ts';
import { shortenedName } from './shortened-name.rule.ts';

/** Checks about names. */
export const namesChecks: readonly AnyFleetCheck[] = [
  nameCollision,
  reservedLabel,
  shortenedName,
  nameOfController,
];
