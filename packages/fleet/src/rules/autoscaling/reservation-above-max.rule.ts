import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (replicas: number) =>
  exampleFleet(
    `pools:\n  ci: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, reservations: { release: { replicas: ${replicas}, until: "2026-12-24T18:00:00Z" } } } }`,
  );

export const reservationAboveMax = defineCheck<{
  reservation: string;
  replicas: number;
  max: number;
}>({
  code: 'FLC4317',
  name: 'reservation-above-max',
  severity: 'warning',
  title: 'A reservation is for more runners than the autoscaler may make',
  message: ({ reservation, replicas, max }) =>
    `reservation "${reservation}" is for ${replicas} runners, and ${max} are allowed`,
  label: () => 'above the maximum',
  why: 'ARC cuts the number off at the maximum, so part of the reservation is never there',
  fix: 'raise "max" or lower the reservation',
  source:
    'https://github.com/actions/actions-runner-controller/blob/v0.27.6/controllers/actions.summerwind.net/horizontalrunnerautoscaler_controller.go',
  examples: { bad: pool(8), good: pool(3) },
  check(fleet, report) {
    for (const { path, autoscale } of fleet.pools) {
      for (const { name, replicas } of autoscale?.reservations ?? []) {
        if (replicas <= autoscale!.max) continue;
        const related = [{ path: [...path, 'autoscale', 'max'], text: 'the maximum' }];
        const place = [...path, 'autoscale', 'reservations', name, 'replicas'];
        report({ reservation: name, replicas, max: autoscale!.max }, place, { related });
      }
    }
  },
});
