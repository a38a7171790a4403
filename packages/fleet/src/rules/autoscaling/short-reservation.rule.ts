import { formatDuration, parseDuration } from '@fleetc/notation';
import type { Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { type CheckPlace, defineCheck } from '../fleet-check.ts';

/** What ARC itself takes where nothing is given, and the least that covers the start of a pod. */
const leastSeconds = 600;

const pool = (duration: string) =>
  exampleFleet(
    `controller: { webhookServer: { secret: { from: { existing: true } } } }\npools:\n  ci: { scope: web, labels: [ci, linux, x64], terminationGracePeriod: 1h, autoscale: { min: 0, max: 4, on: { webhook: { duration: ${duration} } } } }`,
  );

interface ShortReservation {
  readonly pool: string;
  readonly duration: string;
  /** A Go duration. */
  readonly least: string;
  readonly isGrace: boolean;
}

export const shortReservation = defineCheck<ShortReservation>({
  code: 'FLC4314',
  name: 'short-reservation',
  severity: 'warning',
  title: 'A reservation ends before its job can be over',
  message: ({ pool: name, duration, least, isGrace }) =>
    isGrace
      ? `pool "${name}" reserves a runner for ${duration}, and gives it ${least} to finish a job`
      : `pool "${name}" reserves a runner for ${duration}, less than ${least}`,
  label: ({ least }) => `shorter than ${least}`,
  why: 'when the time is up ARC wants a runner less, although the job still waits or runs, and the next job finds no room',
  fix: 'make it longer than the longest wait and job together, such as 2h; it only matters when GitHub does not tell the end',
  source:
    'https://github.com/actions/actions-runner-controller/blob/master/docs/automatically-scaling-runners.md',
  examples: { bad: pool('30m'), good: pool('2h') },
  check(fleet, report) {
    for (const one of fleet.pools) {
      const duration = one.autoscale?.webhook?.duration;
      const seconds = duration === undefined ? undefined : parseDuration(duration);
      const grace = one.terminationGracePeriodSeconds ?? 0;
      const least = Math.max(leastSeconds, grace);
      if (duration === undefined || seconds === undefined || seconds >= least) continue;
      const isGrace = grace > leastSeconds;
      const words = { pool: one.name, duration, least: formatDuration(least), isGrace };
      const path = [...one.path, 'autoscale', 'on', 'webhook', 'duration'];
      report(words, path, isGrace ? gracePlace(one) : {});
    }
  },
});

function gracePlace({ path }: Pool): CheckPlace {
  return {
    related: [{ path: [...path, 'terminationGracePeriod'], text: 'what a job may still take' }],
  };
}
