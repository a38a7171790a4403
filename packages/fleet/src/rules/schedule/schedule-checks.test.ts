import { expect, it } from 'vitest';
import { findInExample, resolveExample } from '../../testing/find-in-example.ts';
import { autoscalingChecks } from '../autoscaling/autoscaling-checks.ts';
import { runCheck } from '../fleet-check.ts';
import { namesChecks } from '../names/names-checks.ts';
import { scheduleChecks } from './schedule-checks.ts';

const server = 'controller: { webhookServer: { secret: { from: { existing: true } } } }\n';

async function found(min: number, on: string, ...windows: string[]): Promise<string[][]> {
  const entries = windows.map((fields, index) => `w${index}: { zone: UTC, ${fields} }`).join(', ');
  const pool = `autoscale: { min: ${min}, max: 4, on: ${on}, schedule: { ${entries} } }`;
  const all = await findInExample(
    scheduleChecks,
    `${server}pools:\n  ci: { scope: web, ${pool} }\n`,
  );
  return all.map(({ code, at, related }) => [code, at, ...related]);
}

const daily = 'from: "2026-12-01T08:00", to: "2026-12-01T18:00", every: day';
const once = 'from: "2026-12-24T00:00", to: "2026-12-25T00:00"';
const before = 'from: "2026-11-24T00:00", to: "2026-12-25T00:00"';

it.each<[string, string[], string[][]]>([
  [
    'an exception that comes later',
    [`${daily}, min: 3`, `${once}, min: 2`],
    [['FLC4503', 'w1', 'w0']],
  ],
  ['an exception that came before', [`${before}, min: 2`, `${daily}, min: 3`], []],
  [
    'two recurrences',
    [`${daily}, min: 3`, `${daily.replace('day', 'weekend')}, min: 2`],
    [['FLC4503', 'w1', 'w0']],
  ],
  ['windows of one minimum', [`${daily}, min: 3`, `${once}, min: 3`], []],
  ['the ordinary minimum alone', [`${daily}, min: 1`], [['FLC4504', '1', 'min']]],
  ['the ordinary minimum as an exception', [`${before}, min: 1`, `${daily}, min: 3`], []],
  ['zero with nothing to leave it', [`${daily}, min: 0`], [['FLC4506', '0', 'busy']]],
  [
    'an end of no recurrence',
    [`${once}, min: 2, until: "2026-12-31T00:00"`],
    [['FLC4507', 'until']],
  ],
])('judges %s', async (_, windows, expected) => {
  expect(await found(1, '{ busy: {} }', ...windows)).toEqual(expected);
});

it('lets the pool leave zero by another signal, and says nothing where it is always zero', async () => {
  expect(await found(1, '{ busy: {}, queued: {} }', `${daily}, min: 0`)).toEqual([]);
  expect(await found(0, '{ busy: {} }', `${daily}, min: 0`)).toEqual([['FLC4504', '0', 'min']]);
});

it.each<[string, string, string, string[][]]>([
  [
    'longer than a window that lowers the minimum',
    '10h1m',
    `${daily}, min: 1`,
    [['FLC4505', 'w0', 'duration']],
  ],
  ['as long as the window', '10h', `${daily}, min: 1`, []],
  ['longer than a window that raises the minimum', '12h', `${daily}, min: 3`, []],
])('judges reservations that are %s', async (_, duration, window, expected) => {
  expect(await found(2, `{ webhook: { duration: ${duration} } }`, window)).toEqual(expected);
});

it('tells a window of a profile once for each place, however many pools have it', async () => {
  const profile = `profiles:\n  default: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: { w0: { zone: UTC, ${daily}, min: 3 }, w1: { zone: UTC, ${once}, min: 2 } } } }\n`;
  const all = await findInExample(scheduleChecks, `${profile}pools:\n  a: {}\n  b: {}\n`);
  expect(new Set(all.map(({ code, at, message }) => `${code} ${at} ${message}`))).toEqual(
    new Set(['FLC4503 w1 window "w1" is open together with "w0", first on 2026-12-24']),
  );
});

it('checks 5,000 pools with the schedule of a profile in less than a second', async () => {
  const schedule = `{ w0: { zone: Europe/Berlin, ${daily}, min: 3 }, w1: { zone: UTC, ${once}, min: 2 } }`;
  const profile = `profiles:\n  default: { scope: web, autoscale: { min: 1, max: 4, on: { busy: {} }, schedule: ${schedule} } }\n`;
  const pools = Array.from({ length: 5000 }, (_, i) => `  p${i}: {}`).join('\n');
  const fleet = await resolveExample(`${profile}pools:\n${pools}\n`);
  const before = process.cpuUsage();
  const checks = [...autoscalingChecks, ...scheduleChecks, ...namesChecks];
  const found = checks.flatMap((check) => runCheck(check, fleet));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  expect(found).toHaveLength(5000);
});
