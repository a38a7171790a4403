import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (on: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, labels: [ci, linux, x64], autoscale: { min: 1, max: 4, on: { ${on} } } }`,
  );

export const webhookAndMetric = defineCheck<{ pool: string; metric: 'busy' | 'queued' }>({
  code: 'FLC4313',
  name: 'webhook-and-metric',
  severity: 'warning',
  title: 'A pool scales on webhooks and on a metric',
  message: ({ pool: name, metric }) => `pool "${name}" scales on webhooks and on "${metric}"`,
  label: () => 'added to the metric',
  why: ({ metric }) =>
    metric === 'busy'
      ? 'ARC adds a runner for each webhook on top of what the metric asks for, and the busy runners raise the metric again'
      : 'ARC adds a runner for each webhook on top of the queued jobs that it counts, so each job gets two',
  fix: 'keep one of them',
  source: 'https://github.com/actions/actions-runner-controller/issues/1962',
  examples: {
    bad: pool('webhook: { duration: 30m }, busy: {}'),
    good: pool('webhook: { duration: 30m }'),
  },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale?.webhook) continue;
      const metric = autoscale.queued ? 'queued' : 'busy';
      if (!autoscale[metric]) continue;
      const on = [...path, 'autoscale', 'on'];
      const related = [{ path: [...on, metric], text: 'the metric' }];
      report({ pool: name, metric }, [...on, 'webhook'], { part: 'key', related });
    }
  },
});
