import { join } from 'node:path';
import type { Bundle } from '@fleetc/core';
import { expect, it, type TestContext } from 'vitest';
import { kustomizeTarget } from '../src/kustomize/kustomize-target.ts';
import { randomBundles } from './support/random-bundles.ts';
import { objectsOf, readObjects } from './support/read-objects.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { mapInParallel, needsKubectl, needsTool, type Program, run } from './tools/run-tool.ts';

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
