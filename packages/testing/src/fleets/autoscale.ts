import fc from 'fast-check';
import { both, named, one, type Plain, some, under } from './plain.ts';
import { count, duration, longDuration, name, word } from './words.ts';

const factor = one(
  fc.constant({}),
  under('factorUp', fc.constantFrom(1.25, 2, 3)),
  under('addUp', count),
);
const shrink = one(
  fc.constant({}),
  under('factorDown', fc.constantFrom(0.25, 0.5, 0.9)),
  under('addDown', count),
);
const shares = some({ up: fc.constantFrom(0.75, 0.9, 1), down: fc.constantFrom(0.2, 0.25) });
const busy = both(both(shares, factor), shrink);

const queued = some(
  { repositories: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }) },
  'repositories',
);

// The one pair that ARC evaluates, and each signal by itself.
const polled = one(
  under('busy', busy),
  under('queued', queued),
  both(under('busy', busy), under('queued', queued)),
);

/** What an autoscaler follows: GitHub asked now and then, or GitHub's own events. */
const signals = fc.oneof(
  { arbitrary: polled, weight: 2 },
  {
    arbitrary: fc.oneof(
      fc.constant('webhook'),
      under('webhook', some({ duration: longDuration }, 'duration')),
    ),
    weight: 1,
  },
);

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata');
const day = fc.integer({ min: 1, max: 27 });

/** Windows of a few hours, which are shorter than any period. */
const window = fc
  .record({
    day,
    start: fc.integer({ min: 0, max: 12 }),
    hours: fc.integer({ min: 1, max: 8 }),
    zone,
    every: fc.constantFrom(undefined, 'day', 'weekday', 'weekend', 'week', 'month', 'year'),
    isLimited: fc.boolean(),
    min: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ day: date, start, hours, every, isLimited, ...rest }): Plain => ({
    ...rest,
    from: localTime(date, start),
    to: localTime(date, start + hours),
    ...(every !== undefined && { every }),
    ...(every !== undefined && isLimited && { until: '2028-06-30T12:00' }),
  }));

function localTime(date: number, hour: number): string {
  return `2027-03-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`;
}

const reservation = some(
  {
    replicas: count,
    until: fc.constantFrom('2028-01-01T00:00:00Z', '2028-01-01T01:30:00+05:30'),
  },
  'replicas',
  'until',
);

/** An autoscaler with bounds in the right order. */
export const autoscale = both(
  fc.tuple(fc.nat(3), fc.nat(20)).map(([min, more]) => ({ min, max: Math.max(1, min + more) })),
  some(
    {
      scaleDownDelay: duration,
      on: signals,
      schedule: named(name, window, { max: 2 }),
      reservations: named(name, reservation, { max: 2 }),
    },
    'on',
  ),
);
