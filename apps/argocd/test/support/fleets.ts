import { scaledFleet, withEnvironments } from '@fleetc/testing/plain-fleet';

/** Two environments that differ in one number. */
export const fleetWithEnvironments = withEnvironments(scaledFleet);

/** A repository with a fleet in the folder of the application. */
export function inRepository(fleet: string): Record<string, string> {
  return { 'apps/ci/fleet.yaml': fleet, 'README.md': '# infra\n' };
}
