import type { AnyFleetCheck } from '../fleet-check.ts';
import { groupAtRepository } from './group-at-repository.rule.ts';
import { labelTwice } from './label-twice.rule.ts';
import { labelWithComma } from './label-with-comma.rule.ts';

/** Checks about labels. */
export const labelsChecks: readonly AnyFleetCheck[] = [
  labelWithComma,
  labelTwice,
  groupAtRepository,
];
