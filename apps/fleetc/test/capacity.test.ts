import { expect, it } from 'vitest';
import {
  fleetWithEnvironments,
  fleetWithError,
  fleetWithWarning,
  plainFleet,
} from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

const folder = makeFolder({
  'fleet.yaml': plainFleet,
  'several.yaml': fleetWithEnvironments,
  'broken.yaml': fleetWithError,
  'warned.yaml': fleetWithWarning,
  'large.yaml': plainFleet.replace('replicas: 2', 'replicas: 51'),
});

it('adds up the fleet at hand', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['capacity']);
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n');
  expect(lines.slice(2, 5)).toEqual([
    'POOL   SCOPES  RUNNERS  CPU  MEMORY  STORAGE  CLAIMS',
    'ci          1        2    1     2Gi        -       -',
    'total                2    1     2Gi        -       -',
  ]);
  expect(lines).toContain('github (pat): 2 of 5000, less than 1 %');
  expect(lines).toContain('  4  ci: 2 images × 2');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

it('gives the same to scripts', () => {
  const { code, stdout } = runFleetc(folder, ['capacity', '--format', 'json']);
  const { version, environments, assumptions } = JSON.parse(stdout);
  expect([code, version, environments.length]).toEqual([0, 1, 1]);
  expect(Object.keys(environments[0])).toEqual([
    'name',
    'pools',
    'total',
    'githubApi',
    'dockerHub',
  ]);
  expect(environments[0].total).toEqual({
    runners: { minimum: 2, maximum: 2 },
    requests: { cpu: '1', memory: '2Gi', ephemeralStorage: '0', others: {} },
    claims: { count: 0, size: '0' },
  });
  expect(assumptions).not.toEqual([]);
});

it('counts environments apart', () => {
  const { stdout } = runFleetc(folder, ['capacity', 'several.yaml']);
  expect(stdout).toMatch(/^Environment production\n[^]*\nEnvironment staging\n/);
  const one = runFleetc(folder, ['capacity', 'several.yaml', '--env', 'staging']);
  expect(one.stdout).toContain('\nci          1        1 ');
  expect(one.stdout).not.toContain('production');
});

it.each([
  ['mermaid', /^xychart-beta horizontal\n {4}title "Runners of acme in staging: [^]*\n$/],
  ['svg', /^<svg xmlns="[^]*<title>Runners of acme in staging: 1<\/title>[^]*<\/svg>\n$/],
])('draws one environment as %s', (format, picture) => {
  const args = ['capacity', 'several.yaml', '--format', format];
  expect(runFleetc(folder, [...args, '--env', 'staging']).stdout).toMatch(picture);
  const { code, stdout, stderr } = runFleetc(folder, args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    'several environments (production, staging); choose one with --env NAME',
  );
});

it('leaves warnings to check, which says what passes a limit', () => {
  expect(runFleetc(folder, ['capacity', 'warned.yaml'])).toMatchObject({ code: 0, stderr: '' });
  expect(runFleetc(folder, ['capacity', 'large.yaml']).stdout).toContain('100 an address, 102 %');
  const { code, stderr } = runFleetc(folder, ['check', 'large.yaml']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning\[FLC4902\]/);
});

it('adds up nothing of a fleet with errors, and says what is wrong', () => {
  const { code, stdout, stderr } = runFleetc(folder, ['capacity', 'broken.yaml']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^error\[FLC3002\]/);
});

it('refuses a form that it does not have', () => {
  const { code, stderr } = runFleetc(folder, ['capacity', '--format', 'png']);
  expect(code).toBe(2);
  expect(stderr).toContain('table, json, mermaid');
});
