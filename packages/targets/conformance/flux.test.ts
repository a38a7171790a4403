import { join } from 'node:path';
import type { Bundle } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { needsUpstream, readCrdFile } from '@fleetc/testing';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { fluxTarget } from '../src/flux/flux-target.ts';
import { fluxOutput } from '../src/testing/outputs.ts';
import { objectsOf, readObjects } from '../test/support/read-objects.ts';
import { randomBundles } from './support/random-bundles.ts';
import { createScratchFolder, writeTree } from './support/write-tree.ts';
import { mapInParallel, needsTool, run } from './run-tool.ts';

const folder = 'flux/crds';
const kinds: Readonly<Record<string, string>> = {
  GitRepository: `${folder}/source.toolkit.fluxcd.io_gitrepositories.yaml`,
  HelmRelease: `${folder}/helm.toolkit.fluxcd.io_helmreleases.yaml`,
  HelmRepository: `${folder}/source.toolkit.fluxcd.io_helmrepositories.yaml`,
  Kustomization: `${folder}/kustomize.toolkit.fluxcd.io_kustomizations.yaml`,
  OCIRepository: `${folder}/source.toolkit.fluxcd.io_ocirepositories.yaml`,
};

const far: Bundle['destination'] = { kubeconfigSecret: 'far' };
const outputs = [
  { ...fluxOutput, decryptionSecret: 'age', sourceSecret: 'login' },
  {
    ...fluxOutput,
    source: { kind: 'oci', url: 'oci://r.example.com/infra', tag: '1', path: 'infra' },
    prune: false,
    decryptionSecret: 'age',
  },
] as const;

it('emits nothing that the real CRDs refuse, unknown fields included', async (context) => {
  needsUpstream(context);
  const accepts = new Map(
    Object.entries(kinds).map(([kind, file]) => [kind, readCrdFile(file).accepts]),
  );
  const seen = new Set<string>();
  for await (const [path, object] of emittedObjects()) {
    if (!isOfFlux(object)) continue;
    const validate = accepts.get(object.kind)!;
    seen.add(object.kind);
    const errors = validate(object) ? [] : validate.errors;
    expect({ path, errors }).toEqual({ path, errors: [] });
  }
  expect([...seen].toSorted()).toEqual(Object.keys(kinds).toSorted());
});

async function* emittedObjects(): AsyncGenerator<[path: string, object: KubernetesObject]> {
  for (const [first, ...rest] of await randomBundles(20)) {
    for (const output of outputs) {
      const bundles = [{ ...first!, destination: far }, ...rest];
      const tree = await fluxTarget.layout(bundles, { hasEnvironments: true, output });
      const paths = [...tree.keys()].filter((path) => path !== 'README.md');
      yield* paths.map((path): [string, KubernetesObject] => [
        path,
        load(tree.get(path)!) as KubernetesObject,
      ]);
    }
  }
}

it('builds with kustomize to the objects of a plain build', async (context) => {
  const kustomize = needsTool(context, 'kustomize 5.8', 'build');
  const root = createScratchFolder();
  for (const [index, [bundle]] of (await randomBundles(10)).entries()) {
    const output = { ...fluxOutput, decryptionSecret: 'age' };
    const tree = await fluxTarget.layout([bundle!], { hasEnvironments: false, output });
    writeTree(join(root, `${index}`), tree);
    const folders = [...tree.keys()].flatMap(
      (path) => /^(?:manifests\/[^/]+|cluster)(?=\/kustomization\.yaml$)/.exec(path)?.[0] ?? [],
    );
    const built = await mapInParallel(folders, async (path) =>
      readObjects(await run(kustomize, [join(root, `${index}`, path)])),
    );
    const plain = Object.fromEntries(
      built.flatMap((objects) => Object.entries(objects).filter(([, object]) => !isOfFlux(object))),
    );
    expect(withoutSops(plain)).toEqual(objectsOf(bundle!));
  }
});

function isOfFlux({ apiVersion }: KubernetesObject): boolean {
  return /\.toolkit\.fluxcd\.io\//.test(apiVersion);
}

function withoutSops(objects: Record<string, KubernetesObject>) {
  return Object.fromEntries(Object.entries(objects).filter(([, object]) => !('sops' in object)));
}
