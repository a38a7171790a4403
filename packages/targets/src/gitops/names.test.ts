import { expect, it } from 'vitest';
import { bareBundle } from '../testing/bundle.ts';
import { agentLabels, agentName, environmentFolder, refuseSameNames } from './names.ts';

const staging = { ...bareBundle, environment: 'staging' };
const several = { hasEnvironments: true };
const single = { hasEnvironments: false };

it('names the environment only where a fleet has environments', () => {
  expect(agentName(staging, several, 'runners')).toBe('acme-staging-runners');
  expect(agentName(bareBundle, single, 'runners')).toBe('acme-runners');
  expect(environmentFolder(staging, several)).toBe('staging/');
  expect(environmentFolder(bareBundle, single)).toBe('');
  expect(agentLabels(staging, several)).toHaveProperty(['fleetc.dev/environment'], 'staging');
  expect(agentLabels(bareBundle, single)).not.toHaveProperty(['fleetc.dev/environment']);
});

it('keeps long names apart, within the length of a label', () => {
  const fleet = 'a-fleet-with-a-name-that-is-about-as-long-as-a-name-may-be';
  const names = ['runners', 'runners-0', 'runners-1', 'controller'].map((part) =>
    agentName({ ...staging, fleet }, several, part),
  );
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][-a-z0-9]{0,61}[a-z0-9]$/);
});

it('refuses a name that is there twice', () => {
  expect(() => refuseSameNames(['a', 'b', 'a'])).toThrow('two objects are named a');
  refuseSameNames(['a', 'b']);
});
