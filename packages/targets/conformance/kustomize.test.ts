import { dirname, join } from 'node:path';
import type { Bundle } from '@fleetc/core';
import { expect, it, type TestContext } from 'vitest';
import { kustomizeTarget } from '../src/kustomize/kustomize-target.ts';
import { mostObjects } from '../src/kustomize/parts.ts';
import { randomBundles } from './support/random-bundles.ts';
import { compileText } from './support/compile-text.ts';
import { objectsOf, readObjects } from '../test/support/read-objects.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { mapInParallel, needsKubectl, needsTool, type Program, run } from './run-tool.ts';

const programs: Readonly<Record<string, (context: TestContext) => Program>> = {
  'kustomize 5.0': (context) => needsTool(context, 'kustomize 5.0', 'build'),
  'kustomize 5.8': (context) => needsTool(context, 'kustomize 5.8', 'build'),
  'kubectl': (context) => needsKubectl(context, 'kustomize'),
};
const output = { target: 'kustomize', dir: 'build', helm: 'values' } as const;

for (const [name, find] of Object.entries(programs)) {
  it(`builds each overlay of random fleets with ${name} to the objects of a plain build`, async (context) => {
    const program = find(context);
    const root = createScratchFolder();
    const overlays = await writeFleets(root, await randomBundles(60));
    await mapInParallel(overlays, async ({ folder, bundle }) => {
      const built = readObjects(await run(program, [join(root, folder)]));
      expect({ folder, ...built }).toEqual({ folder, ...objectsOf(bundle) });
    });
  });
}

for (const [name, find] of Object.entries(programs)) {
  it(`builds the parts of a big fleet with ${name} to the objects of a plain build`, async (context) => {
    const program = find(context);
    const root = createScratchFolder();
    const bundles = await compileText(bigFleet(400));
    const tree = await kustomizeTarget.layout(bundles, { hasEnvironments: true, output });
    writeTree(root, tree);
    for (const bundle of bundles) {
      const pattern = new RegExp(`^overlays/${bundle.environment}/.*kustomization\\.yaml$`);
      const parts = [...tree.keys()].filter((path) => pattern.test(path)).map(dirname);
      expect(parts.length).toBeGreaterThan(3);
      const built = await mapInParallel(parts, (part) => run(program, [join(root, part)]));
      const sizes = built.map((text) => Object.keys(readObjects(text)).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(mostObjects);
      expect(readObjects(...built)).toEqual(objectsOf(bundle));
    }
  });
}

/** So many pools in two namespaces, of which each third differs in one environment. */
function bigFleet(count: number): string {
  const pools = Array.from({ length: count }, (_, index) => [`pool-${index}`, toPool(index)]);
  const changed = pools.filter((_, index) => index % 3 === 0);
  const fleet = {
    apiVersion: 'fleetc.dev/v1',
    kind: 'Fleet',
    metadata: { name: 'acme' },
    controller: { watch: 'cluster', webhookServer: {} },
    credentials: { github: { pat: { secret: { from: { existing: true } } } } },
    scopes: { web: { repository: 'acme/web' } },
    pools: Object.fromEntries(pools) as object,
    environments: {
      production: {},
      staging: {
        override: {
          pools: Object.fromEntries(
            changed.map(([name]) => [name, { env: { LEVEL: 'staging' } }]),
          ) as object,
        },
      },
    },
  };
  return JSON.stringify(fleet);
}

function toPool(index: number): object {
  return {
    scope: 'web',
    namespace: index % 4 === 0 ? 'mobile' : 'arc',
    resources: { requests: { cpu: '500m', memory: '1Gi' } },
    autoscale: { min: 0, max: 4, on: 'webhook' },
  };
}

interface Overlay {
  readonly folder: string;
  readonly bundle: Bundle;
}

async function writeFleets(root: string, fleets: readonly Bundle[][]): Promise<Overlay[]> {
  const overlays: Overlay[] = [];
  for (const [index, bundles] of fleets.entries()) {
    const tree = await kustomizeTarget.layout(bundles, { hasEnvironments: true, output });
    writeTree(join(root, `${index}`), tree);
    overlays.push(
      ...bundles.map((bundle) => ({ folder: `${index}/overlays/${bundle.environment}`, bundle })),
    );
  }
  return overlays;
}
