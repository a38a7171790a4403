import type { ArgocdOutput, Bundle } from '@fleetc/core';
import type { Application, ApplicationSource, AppProject } from '@fleetc/kubernetes';
import { randomRuns, randomTimeout } from '@fleetc/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { argocdTarget } from '../src/argocd/argocd-target.ts';
import type { FileTree } from '../src/file-tree.ts';
import { argocdOutput } from '../src/testing/outputs.ts';
import { allowedBy } from './support/allowed-by.ts';
import { compileInClusters, fleetsInClusters, hugeBundle } from './support/bundles.ts';
import {
  identitiesOf,
  identityOf,
  objectName,
  pathsBelow,
  readObject,
  releaseIdentity,
} from './support/tree-objects.ts';

const outputs: fc.Arbitrary<ArgocdOutput> = fc
  .record({
    layout: fc.constantFrom('applications', 'applicationSet', 'rollingSync'),
    automated: fc.option(fc.record({ prune: fc.boolean(), selfHeal: fc.boolean() }), {
      nil: undefined,
    }),
    finalizer: fc.boolean(),
    health: fc.boolean(),
    path: fc.constantFrom('infra', 'a b/c.d'),
  })
  .map(({ path, automated, ...rest }) => ({
    ...argocdOutput,
    ...rest,
    ...(automated && { automated }),
    repo: { ...argocdOutput.repo, path },
  }));

it('holds its laws for random fleets', { timeout: randomTimeout }, async () => {
  const property = fc.asyncProperty(fleetsInClusters, outputs, async (fleet, output) => {
    await holdLaws(await compileInClusters(fleet), output);
  });
  await fc.assert(property, randomRuns(1 / 15));
});

it('holds them for a fleet that is cut', { timeout: randomTimeout }, async () => {
  const tree = await holdLaws([hugeBundle], { ...argocdOutput, automated: allAutomated });
  const parts = pathsBelow(tree, 'applications/huge/40-');
  expect(parts.length).toBeGreaterThan(2);
  for (const file of parts) {
    const { spec } = readObject<Application>(tree, file);
    const folder = `${spec.source!.path!.slice(argocdOutput.repo.path.length + 1)}/`;
    expect(pathsBelow(tree, folder).length).toBeLessThanOrEqual(1000);
  }
});

const allAutomated = { prune: true, selfHeal: true };

async function holdLaws(bundles: readonly Bundle[], output: ArgocdOutput): Promise<FileTree> {
  const options = { hasEnvironments: true, output };
  const tree = await argocdTarget.layout(bundles, options);
  expect([...(await argocdTarget.layout(bundles, options))]).toEqual([...tree]);
  const applications = pathsBelow(tree, 'applications/').map((path) =>
    readObject<Application>(tree, path),
  );
  holdNames(applications);
  holdContent(tree, bundles, applications, output);
  holdProject(tree, bundles, applications);
  for (const path of pathsBelow(tree, 'manifests/')) readObject(tree, path);
  return tree;
}

/** Every name is valid, and used once. */
function holdNames(applications: readonly Application[]): void {
  const names = applications.map(({ metadata }) => metadata.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(objectName);
}

/** Everything of the bundles is in the sources of exactly one Application, but for ciphertext, and nothing else is. */
function holdContent(
  tree: FileTree,
  bundles: readonly Bundle[],
  applications: readonly Application[],
  { repo }: ArgocdOutput,
): void {
  const inTree = (path: string) => {
    expect(path.startsWith(`${repo.path}/`)).toBe(true);
    return path.slice(repo.path.length + 1);
  };
  const contentOf = ({ spec }: Application): string[] =>
    (spec.sources ?? [spec.source!]).flatMap((source) => {
      if (source.path !== undefined) {
        const paths = pathsBelow(tree, `${inTree(source.path)}/`);
        expect(paths).not.toEqual([]);
        return paths.map((path) => identityOf(readObject(tree, path)));
      }
      return chartContent(tree, source, spec.destination.namespace, inTree);
    });
  const found = applications.flatMap(contentOf);
  const kept = pathsBelow(tree, 'encrypted/').map((path) => identityOf(readObject(tree, path)));
  expect(found.toSorted()).toEqual(bundles.flatMap(readableOf).flatMap(identitiesOf).toSorted());
  expect([...found, ...kept].toSorted()).toEqual(bundles.flatMap(identitiesOf).toSorted());
}

/** A bundle without what SOPS encrypted. */
function readableOf({ items, ...rest }: Bundle): Bundle {
  return { ...rest, items: items.filter((item) => item.type === 'release' || !item.encrypted) };
}

function chartContent(
  tree: FileTree,
  { helm }: ApplicationSource,
  namespace: string,
  inTree: (path: string) => string,
): string[] {
  if (!helm) return [];
  for (const file of helm.valueFiles!) {
    expect(tree.has(inTree(file.replace(/^\$values\//, '')))).toBe(true);
  }
  return [releaseIdentity(namespace, helm.releaseName)];
}

/** The project allows every object, every cluster and every source, and has nothing to spare but what charts bring. */
function holdProject(
  tree: FileTree,
  bundles: readonly Bundle[],
  applications: readonly Application[],
): void {
  const project = readObject<AppProject>(tree, 'project.yaml');
  const allows = allowedBy(project);
  for (const { spec } of applications) {
    expect(spec.project).toBe(project.metadata.name);
    expect(allows.destination(spec.destination)).toBe(true);
    for (const { repoURL } of spec.sources ?? [spec.source!]) {
      expect(project.spec.sourceRepos).toContain(repoURL);
    }
  }
  for (const { items } of bundles) {
    for (const item of items) {
      if (item.type === 'object' && !item.encrypted) expect(allows.object(item.object)).toBe(true);
    }
  }
}
