import type { HelmRelease, ReleaseItem } from '@fleetc/core';
import { apply, formatCommand, inNamespace, quoteWord } from './shell.ts';

/** The commands that install and update a release, its custom resource definitions included, with the values of a file. */
export function installRelease(item: ReleaseItem, file: string): string[] {
  return [...prepareRelease(item), upgradeRelease(item, file)];
}

/** What makes the chart of a release known to helm, and its custom resource definitions to the cluster. */
export function prepareRelease({ stage, release }: ReleaseItem): string[] {
  // Helm never updates what is in a chart's `crds` folder; only the controller's chart has one. Its definitions are too
  // big for the annotation of a client-side apply.
  const crds = formatCommand(
    'helm show crds',
    ...chartWords(release),
    `| ${apply} --force-conflicts -f -`,
  );
  return [...addRepository(release), ...(stage === 'controller' ? [crds] : [])];
}

/** The command that installs and updates a release whose definitions are there. */
export function upgradeRelease({ release }: ReleaseItem, file: string): string {
  return formatCommand(
    'helm upgrade --install',
    quoteWord(release.name),
    ...chartWords(release),
    inNamespace(release.namespace),
    `--values ${quoteWord(file)}`,
    '--wait',
  );
}

/** The command that takes a release away; its custom resource definitions stay. */
export function uninstallRelease({ release: { name, namespace } }: ReleaseItem): string {
  return formatCommand('helm uninstall', quoteWord(name), inNamespace(namespace), '--wait');
}

function chartWords(release: HelmRelease): string[] {
  return [quoteWord(chartReference(release)), `--version ${quoteWord(release.version)}`];
}

// Without --force-update an index that is known already is not read again, and may miss the version.
function addRepository({ repository, chart }: HelmRelease): string[] {
  if (isRegistry(repository)) return [];
  return [formatCommand('helm repo add --force-update', quoteWord(chart), quoteWord(repository))];
}

function chartReference({ repository, chart }: HelmRelease): string {
  return isRegistry(repository) ? `${repository.replace(/\/$/, '')}/${chart}` : `${chart}/${chart}`;
}

/** Whether charts come from an OCI registry, which needs no index. */
export function isRegistry(repository: string): boolean {
  return repository.startsWith('oci://');
}
