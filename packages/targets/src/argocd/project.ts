import type { BundleItem } from '@fleetc/core';
import type { AppProject, KubernetesObject } from '@fleetc/kubernetes';
import { chartContent, type GroupKind } from './charts.ts';
import { clusterOf } from './destination.ts';
import type { ArgocdOptions, Environment } from './environment.ts';
import { namespacesOf } from './namespaces.ts';
import { rootMetadata } from './root-metadata.ts';
import { chartRepository } from './sources.ts';

/** The project of the fleet's Applications: it allows what they hold and no more. */
export function createProject(
  environments: readonly Environment[],
  options: ArgocdOptions,
): AppProject {
  const { project, repo } = options.output;
  const items = environments.flatMap(itemsOf);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { ...rootMetadata(environments, options), name: project },
    spec: {
      description: 'Self-hosted runners, and what runs them',
      sourceRepos: [...new Set([repo.url, ...items.flatMap(chartRepositories)])],
      destinations: environments.flatMap(destinationsOf).filter(isFirst),
      clusterResourceWhitelist: sortKinds(items.flatMap(clusterKinds)),
      namespaceResourceWhitelist: sortKinds(items.flatMap(namespacedKinds)),
    },
  };
}

/** What the Applications of an environment hold. */
export function itemsOf({ units }: Environment): BundleItem[] {
  return units.flatMap(({ part }): readonly BundleItem[] =>
    part.type === 'release' ? [part.item] : part.items,
  );
}

function destinationsOf(environment: Environment): AppProject['spec']['destinations'] {
  const namespaces = new Set(itemsOf(environment).flatMap(namespacesOf));
  const cluster = clusterOf(environment.bundle);
  return [...namespaces].sort().map((namespace) => ({ ...cluster, namespace }));
}

function chartRepositories(item: BundleItem): string[] {
  return item.type === 'release' ? [chartRepository(item.release)] : [];
}

function clusterKinds(item: BundleItem): readonly GroupKind[] {
  if (item.type === 'release') return chartContent(item).cluster;
  return item.object.metadata.namespace === undefined ? [groupKindOf(item.object)] : [];
}

function namespacedKinds(item: BundleItem): readonly GroupKind[] {
  if (item.type === 'release') return chartContent(item).namespaced;
  return item.object.metadata.namespace === undefined ? [] : [groupKindOf(item.object)];
}

function groupKindOf({ apiVersion, kind }: KubernetesObject): GroupKind {
  const [group = '', version] = apiVersion.split('/');
  return { group: version === undefined ? '' : group, kind };
}

function sortKinds(kinds: readonly GroupKind[]): GroupKind[] {
  const byName = new Map(kinds.map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groupKind]) => groupKind);
}

function isFirst(entry: object, index: number, all: readonly object[]): boolean {
  const text = JSON.stringify(entry);
  return all.findIndex((other) => JSON.stringify(other) === text) === index;
}
