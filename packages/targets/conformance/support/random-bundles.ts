import type { Bundle } from '@fleetc/core';
import fc from 'fast-check';
import {
  compileFleet,
  fleetsWithEnvironments,
} from '../../test/support/fleets-with-environments.ts';

/** The bundles of so many fleets without errors; the same in each run. */
export async function randomBundles(count: number): Promise<Bundle[][]> {
  const found: Bundle[][] = [];
  for (const fleet of fc.sample(fleetsWithEnvironments, { numRuns: count * 5, seed: 1 })) {
    const bundles = found.length < count ? await compileFleet(fleet) : undefined;
    if (bundles) found.push(bundles);
  }
  return found;
}
