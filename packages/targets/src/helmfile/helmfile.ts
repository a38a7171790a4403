import type { Bundle, HelmRelease } from '@fleetc/core';
import { formatYaml } from '@fleetc/kubernetes';
import { nameBudgets } from '@fleetc/notation';
import { ownName } from '../gitops/names.ts';
import { type Part, partsBefore, type ReleasePart } from '../gitops/parts.ts';
import { header } from '../layout/header.ts';
import { isRegistry } from '../layout/helm-commands.ts';
import type { LayoutOptions } from '../target.ts';
import { chartFolder } from './objects-chart.ts';

/** What a helmfile is made of. */
export interface HelmfileSource {
  readonly bundle: Bundle;
  readonly parts: readonly Part[];
  readonly options: LayoutOptions;
}

/** The text of helmfile.yaml: the releases in install order, each after those that it needs. */
export function formatHelmfile(source: HelmfileSource): string {
  const { parts } = source;
  const document = {
    helmDefaults: { createNamespace: false, wait: true, deleteWait: true },
    repositories: listRepositories(parts),
    releases: parts.map((part) => toRelease(source, part)),
  };
  return `${header}${formatYaml(document)}`;
}

/** The name and the namespace of a part's release. */
export function releaseOf(
  { bundle, options }: HelmfileSource,
  part: Part,
): { name: string; namespace: string } {
  if (part.type === 'release') {
    const { name, namespace } = part.item.release;
    return { name, namespace };
  }
  // Two environments of one cluster keep releases in one namespace, and Helm would take one for the other.
  const name = ownName(bundle, options, part.name, nameBudgets.helmRelease.length);
  // Helm keeps a release in its namespace, which has to be there before the fleet's own are.
  return { name, namespace: part.step === 'namespaces' ? 'default' : homeOf(bundle) };
}

/** Where the values of a release are. */
export function valuesFile({ name }: ReleasePart): string {
  return `values/${name}.yaml`;
}

function toRelease(source: HelmfileSource, part: Part): object {
  const needs = partsBefore(part, source.parts).map((other) => {
    const { namespace, name } = releaseOf(source, other);
    return `${namespace}/${name}`;
  });
  return {
    ...releaseOf(source, part),
    ...(part.type === 'release'
      ? { ...chartOf(part.item.release), values: [valuesFile(part)] }
      : {
          chart: `./${chartFolder(part)}`,
          // The first time, the kinds are not there yet when the difference is shown.
          disableValidationOnInstall: true,
        }),
    ...(needs.length > 0 && { needs }),
  };
}

function chartOf({ chart, version, repository }: HelmRelease): object {
  return { chart: `${repositoryName(repository)}/${chart}`, version };
}

function listRepositories(parts: readonly Part[]): object[] {
  const urls = parts.flatMap((part) =>
    part.type === 'release' ? part.item.release.repository : [],
  );
  return [...new Set(urls)].sort().map((url) => ({
    name: repositoryName(url),
    url: isRegistry(url) ? url.slice('oci://'.length) : url,
    ...(isRegistry(url) && { oci: true }),
  }));
}

/** A name that tells one repository from another: its URL, without what a name cannot hold. */
function repositoryName(url: string): string {
  const words = url.replace(/^[a-z]+:\/\//, '').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return words.replaceAll(/^-|-$/g, '').toLowerCase();
}

function homeOf({ items }: Bundle): string {
  const home = items.find((item) => item.type === 'release' && item.stage === 'controller');
  return home?.type === 'release' ? home.release.namespace : 'default';
}
