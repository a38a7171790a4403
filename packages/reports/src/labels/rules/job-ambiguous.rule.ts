import { defineRule } from '@fleetc/diagnostics';

/** FLC4222: more than one pool can take a job of a workflow. `apart` is what would choose one of them, where there is such. */
export const jobAmbiguous = defineRule<{ job: string; takers: string; apart?: string }>({
  code: 'FLC4222',
  name: 'job-ambiguous',
  severity: 'warning',
  title: 'Several pools can take a job of a workflow',
  message: ({ job, takers }) => `job "${job}" can run on ${takers}`,
  label: () => 'fits more than one',
  why: 'GitHub gives the job to any idle runner that has these labels: one time here, another time there',
  fix: ({ apart }) =>
    apart === undefined
      ? 'give the pools labels that differ and ask for one, or ask for a runner group'
      : `ask for a label that only one of them has: ${apart}`,
  source:
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job',
});
