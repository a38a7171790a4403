import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (label: string) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, labels: [${label}, linux, x64], autoscale: { min: 0, max: 4, on: { queued: {} } } }`,
  );

export const caseCounts = defineCheck<{ label: string }>({
  code: 'FLC4210',
  name: 'case-counts',
  severity: 'info',
  title: 'A label with capitals belongs to a pool that counts queued jobs',
  message: ({ label }) => `jobs that write "${label}" in other letters are not counted`,
  label: () => 'compared letter by letter',
  why: 'GitHub ignores the case of labels, and ARC does not where it counts the queue: such a job waits until a runner is there for another',
  fix: 'write it in lower case here and in workflows',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/autoscaling.go',
  examples: { bad: pool('Build'), good: pool('build') },
  check(fleet, report) {
    for (const { path, labels, autoscale } of fleet.pools) {
      if (!autoscale?.queued || autoscale.busy || autoscale.webhook) continue;
      for (const [index, label] of labels.entries()) {
        if (label !== label.toLowerCase()) report({ label }, [...path, 'labels', index]);
      }
    }
  },
});
