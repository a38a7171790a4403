import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (on: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: ${on}, reservations: { release: { replicas: 2, until: "2026-12-24T18:00:00Z" } } } }`,
  );

export const reservationsWithWebhook = defineCheck<{ pool: string }>({
  code: 'FLC4309',
  name: 'reservations-with-webhook',
  severity: 'error',
  title: 'Reservations are written while the webhook server owns them',
  message: ({ pool }) => `pool "${pool}" has reservations of its own and scales on webhooks`,
  label: () => 'written by the webhook server',
  why: 'the webhook server keeps one reservation per running job in the same list, and each apply would wipe them out',
  fix: 'use a "schedule" window with a higher "min", or another signal than "webhook"',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: pool('webhook'), good: pool('{ busy: {} }') },
  check(fleet, report) {
    for (const { name, path, autoscale } of fleet.pools) {
      if (!autoscale?.webhook || autoscale.reservations.length === 0) continue;
      const related = [
        { path: [...path, 'autoscale', 'on', 'webhook'], text: 'the webhook signal' },
      ];
      report({ pool: name }, [...path, 'autoscale', 'reservations'], { part: 'key', related });
    }
  },
});
