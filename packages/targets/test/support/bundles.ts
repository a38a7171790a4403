import type { Bundle } from '@fleetc/core';
import fc from 'fast-check';
import { createObject, wholeBundle } from '../../src/testing/bundle.ts';
import { compileGood, fleetsWithEnvironments } from './fleets-with-environments.ts';

/** A random fleet, still to be compiled, and the clusters that its environments are in. */
export const fleetsInClusters = fc.record({
  fleet: fleetsWithEnvironments,
  clusters: fc.array(
    fc.constantFrom<Bundle['destination']>(
      {},
      { name: 'far' },
      { server: 'https://far.example.com:6443' },
      { kubeconfigSecret: 'far-kubeconfig' },
    ),
    { minLength: 4, maxLength: 4 },
  ),
});

/** Compiles one; a fleet with errors does not count as a run. */
export async function compileInClusters({
  fleet,
  clusters,
}: {
  fleet: unknown;
  clusters: readonly Bundle['destination'][];
}): Promise<Bundle[]> {
  const bundles = await compileGood(fleet);
  return bundles.map((bundle, index) => ({ ...bundle, destination: clusters[index]! }));
}

/** A bundle with so many pools that no agent takes them at once. */
export const hugeBundle: Bundle = {
  ...wholeBundle,
  environment: 'huge',
  items: [
    ...wholeBundle.items.filter(({ stage }) => stage !== 'runners' && stage !== 'autoscalers'),
    ...Array.from({ length: 2500 }, (_, index) => {
      const identity = [
        'actions.summerwind.dev/v1alpha1',
        'RunnerDeployment',
        `p-${index}`,
      ] as const;
      return createObject('runners', [...identity, index % 5 === 0 ? 'web' : 'arc'], { spec: {} });
    }),
  ],
};
