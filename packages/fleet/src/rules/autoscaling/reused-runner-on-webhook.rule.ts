import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (ephemeral: boolean) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, labels: [ci, linux, x64], ephemeral: ${ephemeral}, autoscale: { min: 0, max: 4, on: webhook } }`,
  );

export const reusedRunnerOnWebhook = defineCheck<{ pool: string }>({
  code: 'FLC4315',
  name: 'reused-runner-on-webhook',
  severity: 'warning',
  title: 'Runners that take many jobs scale on webhooks',
  message: ({ pool: name }) => `pool "${name}" reuses its runners and scales on webhooks`,
  label: () => 'takes one job after another',
  why: 'at the end of each job ARC removes some runner, which may have just taken the next job',
  fix: 'remove "ephemeral: false", or scale on "busy"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: pool(false), good: pool(true) },
  check(fleet, report) {
    for (const { name, path, ephemeral, autoscale } of fleet.pools) {
      if (ephemeral || !autoscale?.webhook) continue;
      const related = [
        { path: [...path, 'autoscale', 'on', 'webhook'], text: 'the webhook signal' },
      ];
      report({ pool: name }, [...path, 'ephemeral'], { related });
    }
  },
});
