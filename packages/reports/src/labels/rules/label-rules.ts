import type { AnyRule } from '@fleetc/diagnostics';
import { jobAmbiguous } from './job-ambiguous.rule.ts';
import { jobNeverStarts } from './job-never-starts.rule.ts';
import { jobNotCounted } from './job-not-counted.rule.ts';
import { jobUnknown } from './job-unknown.rule.ts';
import { workflowNotYaml } from './workflow-not-yaml.rule.ts';
import { workflowTooLarge } from './workflow-too-large.rule.ts';

/** Rules over workflow files; no fleet.yaml alone can break them, so they have no examples. */
export const labelRules: readonly AnyRule[] = [
  jobNeverStarts,
  jobAmbiguous,
  jobUnknown,
  workflowNotYaml,
  workflowTooLarge,
  jobNotCounted,
];
