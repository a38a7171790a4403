import { expect, it } from 'vitest';
import {
  fleetWithEnvironments,
  fleetWithError,
  fleetWithSecrets,
  plainFleet,
} from './support/fleets.ts';
import { makeFolder, runFleetc } from './support/run-fleetc.ts';

it('lists every Secret without asking for a value', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithSecrets });
  const { code, stdout, stderr } = runFleetc(folder, ['secrets', 'list']);
  expect([code, stderr]).toEqual([0, '']);
  const sources = stdout.match(/^\S.*|^ {2}source.*/gm);
  expect(sources).toEqual([
    'actions-runner-system/controller-manager',
    '  source   environment variable ACME_TOKEN',
    'actions-runner-system/hub-login',
    '  source   environment variable HUB_PASSWORD',
    'actions-runner-system/web-app',
    '  source   file keys/web.pem',
    'cert-manager/hub-login',
    '  source   environment variable HUB_PASSWORD',
  ]);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('lists the same as JSON, whatever the variables hold', () => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const args = ['secrets', 'list', '.', '--format', 'json'];
  const { code, stdout } = runFleetc(folder, args, { env: { ACME_TOKEN: 'c4n4ry' } });
  expect(code).toBe(0);
  expect(stdout).toBe(runFleetc(folder, args).stdout);
  expect(JSON.parse(stdout).environments[0].secrets).toMatchObject([
    { name: 'controller-manager', source: { kind: 'env', detail: 'ACME_TOKEN' } },
  ]);
});

it('lists all environments, or those that are asked for', () => {
  const folder = makeFolder({ 'fleet.yaml': fleetWithEnvironments });
  const headings = (args: readonly string[]) =>
    runFleetc(folder, ['secrets', 'list', ...args]).stdout.match(/^Environment .*/gm);
  expect(headings([])).toEqual(['Environment production', 'Environment staging']);
  expect(headings(['--env', 'staging'])).toEqual(['Environment staging']);
});

it('takes the word for a folder when it is written as one', () => {
  const folder = makeFolder({ 'list/fleet.yaml': plainFleet, 'fleet.yaml': fleetWithError });
  const env = { ACME_TOKEN: 'c4n4ry'.repeat(6) };
  expect(runFleetc(folder, ['secrets', './list'], { env }).stdout).toContain('kind: Secret');
  expect(runFleetc(folder, ['secrets', 'list', 'list']).stdout).toContain('controller-manager');
  const broken = runFleetc(folder, ['secrets', 'list']);
  expect([broken.code, broken.stdout]).toEqual([1, '']);
  expect(broken.stderr).toContain('error[FLC3002]');
});

it.each([
  [['a', 'b'], 'takes one file or folder'],
  [['--format', 'json'], 'option "--format" is for "fleetc secrets list"'],
  [['list', '--show-secrets'], 'option "--show-secrets" prints values'],
])('refuses secrets %j', (args, words) => {
  const folder = makeFolder({ 'fleet.yaml': plainFleet });
  const { code, stdout, stderr } = runFleetc(folder, ['secrets', ...args]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});
