import { defineRule } from '@fleetc/diagnostics';
import type { NeverReason } from '../verdict.ts';
import { neverMark, neverProblem, neverRemedy } from './never-words.ts';

/** FLC4221: neither a pool nor GitHub has a runner for a job of a workflow. */
export const jobNeverStarts = defineRule<{ job: string; reason: NeverReason }>({
  code: 'FLC4221',
  name: 'job-never-starts',
  severity: 'error',
  title: 'No runner takes a job of a workflow',
  message: ({ job, reason }) => `job "${job}" can never start: ${neverProblem(reason)}`,
  label: ({ reason }) => neverMark(reason),
  why: 'a runner has to have every label that the job asks for; GitHub keeps the job in the queue for a day and then gives it up',
  fix: ({ reason }) => neverRemedy(reason),
  source:
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job',
});
