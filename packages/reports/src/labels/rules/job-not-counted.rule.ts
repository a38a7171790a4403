import { defineRule } from '@fleetc/diagnostics';

/** FLC4226: a pool can take a job of a workflow, and its autoscaler never sees it. */
export const jobNotCounted = defineRule<{ job: string; pool: string; label: string }>({
  code: 'FLC4226',
  name: 'job-not-counted',
  severity: 'warning',
  title: 'A job of a workflow does not make its pool grow',
  message: ({ job, pool, label }) =>
    `pool "${pool}" can take job "${job}" and does not grow for it: "${label}" is not one of its labels`,
  label: () => 'not listed by the pool',
  why: 'GitHub adds labels by system and processor to every runner, and ARC compares a job with those that the pool lists: such a job waits until a runner is there for another',
  fix: ({ label, pool }) =>
    label.toLowerCase() === 'self-hosted'
      ? 'write "self-hosted" in lower case'
      : `add "${label}" to the labels of pool "${pool}" as the job writes it, or leave it out of "runs-on"`,
  source: 'https://github.com/actions/actions-runner-controller/issues/951',
});
