import type { Bundle, HelmRelease } from '@fleetc/core';
import type { LayoutOptions } from '../../target.ts';
import { makesNamespaces, namespacesOf, resourcesOf, type StageContent } from './contents.ts';
import { formatCommand, quoteWord } from './shell.ts';

const apply = 'kubectl apply --server-side';

/** Everything that installs a bundle, and updates it, in order. Run in the folder of the README. */
export function installCommands(
  bundle: Bundle,
  contents: readonly StageContent[],
  options: LayoutOptions,
): string[] {
  return [
    ...contents.filter(makesNamespaces).flatMap(installStage),
    ...applyPendingSecrets(bundle, options),
    ...contents.filter((content) => !makesNamespaces(content)).flatMap(installStage),
  ];
}

/** What shows whether the installation runs. */
export function verifyCommands(contents: readonly StageContent[]): string[] {
  const releases = contents.flatMap((content) => content.releases);
  const pools = contents.filter(({ stage }) => stage === 'runners' || stage === 'autoscalers');
  const namespaces = [...new Set(pools.flatMap(namespacesOf))].sort();
  const resources = [...pools.flatMap(resourcesOf), 'pods'].join(',');
  return [
    ...releases.map(({ release }) =>
      formatCommand('helm status', quoteWord(release.name), inNamespace(release.namespace)),
    ),
    ...namespaces.map((namespace) =>
      formatCommand('kubectl get', resources, inNamespace(namespace)),
    ),
  ];
}

/** Where a command works. */
export function inNamespace(namespace: string): string {
  return `--namespace ${quoteWord(namespace)}`;
}

function applyPendingSecrets(
  { pendingSecrets, environment }: Bundle,
  { hasEnvironments }: LayoutOptions,
): string[] {
  if (pendingSecrets.length === 0) return [];
  const choice = hasEnvironments ? [`--env ${quoteWord(environment)}`] : [];
  return [formatCommand('fleetc secrets "$FLEET"', ...choice, `| ${apply} -f -`)];
}

function installStage(content: StageContent): string[] {
  return [
    ...content.releases.flatMap((item) => installRelease(content, item)),
    ...applyObjects(content),
  ];
}

// Where values lie beside objects, the folder as a whole is nothing that kubectl could read.
function applyObjects({ folder, releases, objects }: StageContent): string[] {
  if (objects.length === 0) return [];
  if (releases.length === 0) return [formatCommand(apply, '--recursive', `-f ${folder}`)];
  return [formatCommand(apply, ...objects.map(({ file }) => `-f ${quoteWord(file)}`))];
}

function installRelease(
  { stage }: StageContent,
  { release, file }: StageContent['releases'][number],
): string[] {
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

function isRegistry(repository: string): boolean {
  return repository.startsWith('oci://');
}
