import type { ArgocdOutput, GitSource, HelmRelease } from '@fleetc/core';
import type { ApplicationSource } from '@fleetc/kubernetes';
import type { Unit } from './environment.ts';

/** Where an Application reads: a folder of objects, or a chart with its values from the repository. */
export type Sources =
  { readonly source: ApplicationSource } | { readonly sources: readonly ApplicationSource[] };

/** The sources of a unit; a chart is pinned exactly. */
export function sourcesOf(unit: Unit, { repo }: ArgocdOutput): Sources {
  const { part, content } = unit;
  if (part.type === 'objects') return { source: folderSource(repo, content) };
  const { release } = part.item;
  const chart = chartSource(release, inRepo(repo, content), unit.definitionsFrom === undefined);
  return { sources: [chart, valuesSource(repo)] };
}

/** Everything in a folder of this output, however deep. */
export function folderSource(repo: GitSource, folder: string): ApplicationSource {
  return {
    repoURL: repo.url,
    targetRevision: repo.revision,
    path: inRepo(repo, folder),
    directory: { recurse: true },
  };
}

/** A path of this output as it stands in the repository. */
export function inRepo({ path }: GitSource, inside: string): string {
  return path === '' || path === '.' ? inside : `${path}/${inside}`;
}

/** A chart repository as Argo CD spells it: a registry has no scheme. */
export function chartRepository({ repository }: HelmRelease): string {
  return repository.replace(/^oci:\/\//, '').replace(/\/+$/, '');
}

function chartSource(
  release: HelmRelease,
  values: string,
  bringsDefinitions: boolean,
): ApplicationSource {
  return {
    repoURL: chartRepository(release),
    chart: release.chart,
    targetRevision: release.version,
    helm: {
      releaseName: release.name,
      valueFiles: [`$${valuesRef}/${values}`],
      ...(!bringsDefinitions && { skipCrds: true }),
    },
  };
}

// Without a path the source renders nothing; it only lends its files.
function valuesSource({ url, revision }: GitSource): ApplicationSource {
  return { repoURL: url, targetRevision: revision, ref: valuesRef };
}

const valuesRef = 'values';
