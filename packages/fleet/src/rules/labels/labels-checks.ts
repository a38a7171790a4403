import type { AnyFleetCheck } from '../fleet-check.ts';
import { ambiguousPools } from './ambiguous-pools.rule.ts';
import { caseCounts } from './case-counts.rule.ts';
import { groupAtRepository } from './group-at-repository.rule.ts';
import { groupsUnseen } from './groups-unseen.rule.ts';
import { hostedLabel } from './hosted-label.rule.ts';
import { impliedLabelMissing } from './implied-label-missing.rule.ts';
import { labelTooLong } from './label-too-long.rule.ts';
import { labelTwice } from './label-twice.rule.ts';
import { labelWithComma } from './label-with-comma.rule.ts';
import { patchedRouting } from './patched-routing.rule.ts';
import { sharedJobs } from './shared-jobs.rule.ts';
import { spelledDifferently } from './spelled-differently.rule.ts';

/** Checks about labels. */
export const labelsChecks: readonly AnyFleetCheck[] = [
  labelWithComma,
  labelTwice,
  groupAtRepository,
  ambiguousPools,
  sharedJobs,
  groupsUnseen,
  labelTooLong,
  hostedLabel,
  impliedLabelMissing,
  caseCounts,
  spelledDifferently,
  patchedRouting,
];
