import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = 'pools:\n  ci: { scope: web, autoscale: { min: 0, max: 4, on: webhook } }';

export const webhookWithoutServer = defineCheck<{ pool: string }>({
  code: 'FLC4307',
  name: 'webhook-without-server',
  severity: 'error',
  title: 'A pool scales on webhooks that nobody receives',
  message: ({ pool }) => `pool "${pool}" scales on webhooks, and the fleet has no webhook server`,
  label: () => 'nobody receives them',
  why: "GitHub's events reach the autoscaler only through ARC's webhook server",
  fix: 'add "controller: { webhookServer: { … } }"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: {
    bad: exampleFleet(pool),
    good: exampleFleet(
      `controller: { webhookServer: { secret: { from: { existing: true } }, ingress: { host: arc.example.com } } }\n${pool}`,
    ),
  },
  check(fleet, report) {
    if (fleet.controller.webhookServer) return;
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale?.webhook) continue;
      report({ pool: name }, [...path, 'autoscale', 'on', 'webhook'], { part: 'key' });
    }
  },
});
