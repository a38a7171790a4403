import { defineRule } from '@fleetc/diagnostics';
import type { UnknownReason } from '../verdict.ts';
import { unknownProblem, unknownRemedy } from './unknown-words.ts';

/** FLC4223: which runner takes a job of a workflow cannot be known from the files. `takers` are those that may. */
export const jobUnknown = defineRule<{ job: string; reason: UnknownReason; takers?: string }>({
  code: 'FLC4223',
  name: 'job-unknown',
  severity: 'info',
  title: 'Which runner takes a job of a workflow is not known',
  message: ({ job, reason, takers }) =>
    `where job "${job}" runs is not known: ${unknownProblem(reason)}${mayTake(takers)}`,
  label: () => 'not known',
  why: 'what depends on variables, inputs and runners outside of the fleet is decided by GitHub, so that nothing is promised here',
  fix: ({ reason }) => unknownRemedy(reason),
  source:
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job',
});

function mayTake(takers: string | undefined): string {
  return takers === undefined ? '' : `; it may be ${takers}`;
}
