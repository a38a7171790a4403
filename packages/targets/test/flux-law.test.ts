import { posix } from 'node:path';
import type { Bundle, FluxOutput } from '@fleetc/core';
import type { FluxKustomization, HelmRelease, KubernetesObject } from '@fleetc/kubernetes';
import { randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import type { FileTree } from '../src/file-tree.ts';
import { fluxTarget } from '../src/flux/flux-target.ts';
import { fluxOutput } from '../src/testing/outputs.ts';
import { compileInClusters, fleetsInClusters, hugeBundle } from './support/bundles.ts';
import {
  identitiesOf,
  identityOf,
  objectName,
  pathsBelow,
  readObject,
  releaseIdentity,
} from './support/tree-objects.ts';

const outputs: fc.Arbitrary<FluxOutput> = fc
  .record({
    source: fc.constantFrom<FluxOutput['source']>(
      { ...fluxOutput.source, kind: 'git', path: 'a b/c.d' } as FluxOutput['source'],
      { kind: 'oci', url: 'oci://r.example.com/infra', tag: 'live', path: 'infra' },
    ),
    interval: fc.constantFrom('10m', '1h30m'),
    prune: fc.boolean(),
  })
  .map((rest) => ({ ...fluxOutput, ...rest, decryptionSecret: 'age' }));

it('holds its laws for random fleets', { timeout: randomTimeout }, async () => {
  const property = fc.asyncProperty(fleetsInClusters, outputs, async (fleet, output) => {
    await holdLaws(await compileInClusters(fleet), output);
  });
  await fc.assert(property, randomRuns(1 / 15));
});

it('holds them for a fleet that is cut', { timeout: randomTimeout }, async () => {
  const tree = await holdLaws([hugeBundle], fluxOutput);
  const parts = pathsBelow(tree, 'clusters/huge/40-');
  expect(parts.length).toBeGreaterThan(4);
});

async function holdLaws(bundles: readonly Bundle[], output: FluxOutput): Promise<FileTree> {
  const options = { hasEnvironments: true, output };
  const tree = await fluxTarget.layout(bundles, options);
  expect([...(await fluxTarget.layout(bundles, options))]).toEqual([...tree]);
  holdKustomizationFiles(tree);
  for (const bundle of bundles) {
    const cluster = listed(tree, `clusters/${bundle.environment}/`);
    const kustomizations = cluster.filter(({ kind }) => kind === 'Kustomization');
    holdOrder(kustomizations as FluxKustomization[]);
    holdContent(tree, bundle, { kustomizations: kustomizations as FluxKustomization[], output });
  }
  return tree;
}

/** Each folder that Flux reads lists all YAML below it, and nothing that is not there. */
function holdKustomizationFiles(tree: FileTree): void {
  const files = [...tree.keys()].filter((path) => path.endsWith('kustomization.yaml'));
  const covered = files.flatMap((file) => {
    const folder = `${posix.dirname(file)}/`;
    const below = pathsBelow(tree, folder).filter((path) => path !== file);
    expect(resourcesOf(tree, file).map((path) => folder + path)).toEqual(below);
    return [file, ...below];
  });
  expect(covered.toSorted()).toEqual(
    [...tree.keys()].filter((path) => path !== 'README.md').toSorted(),
  );
}

function resourcesOf(tree: FileTree, file: string): string[] {
  return (load(tree.get(file)!) as { resources: string[] }).resources;
}

function listed(tree: FileTree, folder: string): KubernetesObject[] {
  return resourcesOf(tree, `${folder}kustomization.yaml`).map((path) =>
    readObject(tree, folder + path),
  );
}

/** What a Kustomization needs is there, and nothing needs itself by whatever way. */
function holdOrder(kustomizations: readonly FluxKustomization[]): void {
  const needs = new Map(
    kustomizations.map(({ metadata, spec }) => [
      metadata.name,
      (spec.dependsOn ?? []).map(({ name }) => name),
    ]),
  );
  expect(needs.size).toBe(kustomizations.length);
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    expect(name).toMatch(objectName);
    expect(above).not.toContain(name);
    expect([...needs.keys()]).toContain(name);
    if (done.has(name)) return;
    for (const need of needs.get(name)!) visit(need, [...above, name]);
    done.add(name);
  };
  for (const name of needs.keys()) visit(name, []);
}

/** Everything of a bundle is applied by exactly one Kustomization, to the right cluster, and nothing else is. */
function holdContent(
  tree: FileTree,
  bundle: Bundle,
  {
    kustomizations,
    output,
  }: { readonly kustomizations: readonly FluxKustomization[]; readonly output: FluxOutput },
): void {
  const { kubeconfigSecret } = bundle.destination;
  const kubeConfig = kubeconfigSecret && { secretRef: { name: kubeconfigSecret } };
  const found = kustomizations.flatMap(({ spec }) => {
    const folder = `${spec.path.slice(`./${output.source.path}/`.length)}/`;
    if (folder.startsWith('clusters/')) return [];
    const objects = listed(tree, folder);
    const release = objects.find(({ kind }) => kind === 'HelmRelease') as HelmRelease | undefined;
    if (!release) {
      expect(spec.kubeConfig).toEqual(kubeConfig);
      return objects.map(identityOf);
    }
    expect(spec).not.toHaveProperty('kubeConfig');
    expect(release.spec.kubeConfig).toEqual(kubeConfig);
    holdChart(release, objects);
    return [releaseIdentity(release.spec.targetNamespace, release.spec.releaseName)];
  });
  expect(found.toSorted()).toEqual(identitiesOf(bundle).toSorted());
}

function holdChart({ spec, metadata }: HelmRelease, objects: readonly KubernetesObject[]): void {
  const { kind, name } = spec.chartRef ?? spec.chart!.spec.sourceRef;
  const source = objects.find((object) => object.kind === kind && object.metadata.name === name);
  expect(source?.metadata.namespace).toBe(metadata.namespace);
}
