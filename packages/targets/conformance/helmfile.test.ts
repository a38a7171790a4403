import { join } from 'node:path';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { helmfileTarget } from '../src/helmfile/helmfile-target.ts';
import { objectsOf, readObjects } from '../test/support/read-objects.ts';
import { randomBundles } from './support/random-bundles.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { mapInParallel, needsTool, run } from './run-tool.ts';

const output = { target: 'helmfile', dir: 'build' } as const;

for (const name of ['helm 3', 'helm 4'] as const) {
  it(`gives the objects of a plain build by the charts of a helmfile, with ${name}`, async (context) => {
    const helm = needsTool(context, name, 'template');
    const bundles = (await randomBundles(8)).flat();
    await mapInParallel(bundles, async (bundle) => {
      const root = createScratchFolder();
      const tree = await helmfileTarget.layout([bundle], { hasEnvironments: false, output });
      writeTree(root, tree);
      const charts = releasesOf(tree.get('helmfile.yaml')!).filter(({ chart }) =>
        chart.startsWith('./'),
      );
      const streams: string[] = [];
      for (const { name: release, namespace, chart } of charts) {
        streams.push(await run(helm, [release, join(root, chart), '--namespace', namespace]));
      }
      expect(readObjects(...streams)).toEqual(keepNamespaces(objectsOf(bundle)));
    });
  });
}

function releasesOf(text: string) {
  const { releases } = load(text) as {
    releases: { name: string; namespace: string; chart: string }[];
  };
  return releases;
}

// The one thing that a chart says besides what a plain build does.
function keepNamespaces(objects: ReturnType<typeof objectsOf>): ReturnType<typeof objectsOf> {
  return Object.fromEntries(
    Object.entries(objects).map(([key, object]) => [
      key,
      object.kind === 'Namespace' ? keepNamespace(object) : object,
    ]),
  );
}

function keepNamespace(object: KubernetesObject): KubernetesObject {
  const annotations = { ...object.metadata.annotations, 'helm.sh/resource-policy': 'keep' };
  return { ...object, metadata: { ...object.metadata, annotations } };
}
