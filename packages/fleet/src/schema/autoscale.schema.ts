import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import { choice, count, goDuration, localDateTime, name, pattern } from './text.schema.ts';

const fraction = () => z.number().gt(0).max(1);

const busy = () =>
  exclusiveMap(
    'Busy share',
    {
      up: describe(
        fraction(),
        "Scale up when at least this share of runners is busy; ARC's 0.8 when absent.",
        0.75,
      ).optional(),
      down: describe(
        fraction(),
        "Scale down when less than this share is busy; ARC's 0.3 when absent.",
        0.25,
      ).optional(),
      factorUp: describe(
        z.number().gt(1),
        "Multiply by this when scaling up, rounded up; ARC's 1.3 when absent.",
        2,
      ).optional(),
      factorDown: describe(
        z.number().gt(0).lt(1),
        "Multiply by this when scaling down, rounded down; ARC's 0.7 when absent.",
        0.5,
      ).optional(),
      addUp: describe(count(1), 'Add this many runners when scaling up.', 2).optional(),
      addDown: describe(count(1), 'Remove this many runners when scaling down.', 1).optional(),
    },
    exclusive.busyUp,
    exclusive.busyDown,
  );

const on = () =>
  z.union([
    z.literal('webhook'),
    strictMap('Signals', {
      busy: describe(busy(), 'The share of busy runners, polled every sync period.', {
        up: 0.75,
        down: 0.25,
      }).optional(),
      queued: describe(
        strictMap('Queued jobs', {
          repositories: describe(
            z.array(z.string().min(1)),
            'Repositories whose queued jobs count; bare names, needed for an organization.',
            ['web'],
          ).optional(),
        }),
        'The number of queued and running jobs, polled every sync period.',
        { repositories: ['web'] },
      ).optional(),
      webhook: describe(
        strictMap('Webhook', {
          duration: describe(
            goDuration(),
            'Lifetime of one reservation when GitHub never says that the job ended; longer than the longest job. 30 minutes unless given.',
            '30m',
          ).optional(),
        }),
        "GitHub's `workflow_job` events, received by the webhook server.",
        { duration: '30m' },
      ).optional(),
    }),
  ]);

const window = () =>
  strictMap('Window', {
    from: describe(
      localDateTime(),
      'Start of the first window, in local time.',
      '2026-12-01T20:00',
    ),
    to: describe(localDateTime(), 'End of the first window, in local time.', '2026-12-02T06:00'),
    zone: describe(z.string().min(1), 'IANA time zone.', 'Europe/Berlin'),
    every: describe(
      choice({
        day: 'Every day.',
        weekday: 'Monday to Friday.',
        weekend: 'Saturday and Sunday.',
        week: 'The same day of every week.',
        month: 'The same day of every month.',
        year: 'The same day of every year.',
      }),
      'How often the window comes back; once when absent. `weekday` is Monday to Friday, `weekend` Saturday and Sunday.',
    ).optional(),
    until: describe(
      localDateTime(),
      'No window starts after this local time.',
      '2027-12-31T18:00',
    ).optional(),
    min: describe(count(0), 'The minimum during the window; 0 is a value.', 0),
  });

export const autoscaleSchema = () =>
  strictMap('Autoscaler', {
    min: describe(count(0), 'Fewest runners.', 0),
    max: describe(count(1), 'Most runners.', 10),
    scaleDownDelay: describe(
      goDuration(),
      'No scale-down for this long after a scale-up.',
      '10m',
    ).optional(),
    on: describe(
      on(),
      'What the number follows; at least one signal. `webhook` alone stands for reservations of 30 minutes.',
      {
        busy: { up: 0.75, down: 0.25 },
      },
    ),
    schedule: describe(
      z.record(name(), window()),
      'Windows with a minimum of their own, by name.',
      {
        nights: {
          from: '2026-12-01T20:00',
          to: '2026-12-02T06:00',
          zone: 'Europe/Berlin',
          every: 'day',
          min: 0,
        },
      },
    ).optional(),
    reservations: describe(
      z.record(
        name(),
        strictMap('Reservation', {
          replicas: describe(count(1), 'Runners kept ready on top of the minimum.', 5),
          until: describe(
            pattern(
              /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$/,
              'an instant with offset such as "2026-12-24T18:00:00Z"',
            ),
            'When the reservation ends.',
            '2026-12-24T18:00:00Z',
          ),
        }),
      ),
      'Capacity kept ready until an instant, by name.',
      { release: { replicas: 5, until: '2026-12-24T18:00:00Z' } },
    ).optional(),
  });
