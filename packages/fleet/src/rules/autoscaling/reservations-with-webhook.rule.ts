import type { Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const example = (on: string) =>
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
  examples: { bad: example('webhook'), good: example('{ busy: {} }') },
  check(fleet, report) {
    for (const pool of fleet.pools) {
      if (!pool.autoscale?.webhook) continue;
      const related = [
        { path: [...pool.path, 'autoscale', 'on', 'webhook'], text: 'the webhook signal' },
      ];
      for (const place of reservationsOf(pool)) {
        report({ pool: pool.name }, [...pool.path, ...place], { part: 'key', related });
      }
    }
  },
});

function reservationsOf({ autoscale, patch }: Pool): string[][] {
  const places: string[][] = [];
  if (autoscale!.reservations.length > 0) places.push(['autoscale', 'reservations']);
  // `null` only takes away what is not there.
  const patched = patch.autoscaler?.['capacityReservations'] ?? null;
  return patched === null ? places : [...places, ['patch', 'autoscaler', 'capacityReservations']];
}
