import { randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kustomizeTarget } from '../src/kustomize/kustomize-target.ts';
import { buildOverlay } from './support/build-overlay.ts';
import { compileGood, fleetsWithEnvironments } from './support/fleets-with-environments.ts';
import { byIdentity, objectsOf } from './support/read-objects.ts';

const output = { target: 'kustomize', dir: 'build', helm: 'values' } as const;

it('gives each environment its objects back', { timeout: randomTimeout }, async () => {
  let shared = 0;
  const property = fc.asyncProperty(fleetsWithEnvironments, async (fleet) => {
    const bundles = await compileGood(fleet);
    const tree = await kustomizeTarget.layout(bundles, { hasEnvironments: true, output });
    shared += [...tree.keys()].filter((path) =>
      /^components\/.*\/(patches|resources)\//.test(path),
    ).length;
    for (const bundle of bundles) {
      const built = buildOverlay(tree, `overlays/${bundle.environment}`);
      expect(byIdentity(built)).toEqual(objectsOf(bundle));
    }
  });
  await fc.assert(property, randomRuns(1 / 15));
  // Else the property says nothing of components.
  expect(shared).toBeGreaterThan(0);
});
