import type { HelmRelease, ReleaseItem } from '@fleetc/core';
import { apply, formatCommand, inNamespace, quoteWord } from './shell.ts';

/** The commands that install and update a release, its custom resource definitions included, with the values of a file. */
export function installRelease({ stage, release }: ReleaseItem, file: string): string[] {
  const version = `--version ${quoteWord(release.version)}`;
  const chart = quoteWord(chartReference(release));
  const upgrade = formatCommand(
    'helm upgrade --install',
    quoteWord(release.name),
    chart,
    version,
    inNamespace(release.namespace),
    `--values ${quoteWord(file)}`,
    '--wait',
  );
  // Helm never updates what is in a chart's `crds` folder; only the controller's chart has one. Its definitions are too
  // big for the annotation of a client-side apply.
  const crds = formatCommand('helm show crds', chart, version, `| ${apply} --force-conflicts -f -`);
  return [...addRepository(release), ...(stage === 'controller' ? [crds] : []), upgrade];
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
