import type { Bundle } from '@fleetc/core';
import { listCluster, listNeeds } from '../gitops/readme/list-needs.ts';
import { prepareRelease } from '../layout/helm-commands.ts';
import { listItem, shellBlock } from '../layout/markdown.ts';
import { retireRunners } from '../layout/retire-runners.ts';
import { applyEncrypted, fillSecrets } from '../layout/secret-commands.ts';
import { formatCommand, quoteWord } from '../layout/shell.ts';
import type { File } from '../layout/to-tree.ts';
import { type HelmfileSource, releaseOf } from './helmfile.ts';

/** The README of one environment: what its tree is, and the commands that install it and take it down. */
export function renderReadme(source: HelmfileSource, encrypted: readonly File[]): string {
  const { bundle, options } = source;
  const where = options.hasEnvironments ? `, environment ${bundle.environment}` : '';
  const needs = [
    listItem('helm, helmfile and the plugin helm-diff'),
    ...listCluster(bundle),
    ...listNeeds(bundle),
  ];
  const blocks = [
    `# Fleet ${bundle.fleet}${where}, for helmfile`,
    'This tree installs self-hosted GitHub Actions runners on Kubernetes.\nfleetc made it from `fleet.yaml`: do not edit it, edit `fleet.yaml` and run `fleetc build`.',
    '`helmfile.yaml` names the releases and their order. Objects lie in charts of their own, `charts/*/files`, which Helm\ninstalls as they are; `values` holds the values of the other charts.',
    '## Install',
    ['Needs:\n', ...needs].join('\n'),
    ...(bundle.pendingSecrets.length > 0
      ? ['`FLEET` is the path of your fleet file, seen from this folder.']
      : []),
    'Run in this folder, in this order:',
    shellBlock(installCommands(source, encrypted)),
    '## Update',
    ...describeUpdate(source),
    'A pool that leaves the tree takes its running jobs with it: give it `replicas: 0` first, apply, and remove it when\nits runners are gone. A namespace that leaves the tree stays in the cluster.',
    '## Uninstall',
    'Runners go first: the controller alone can sign them off at GitHub, and runners that wait for it hold their namespace\nfor ever.',
    shellBlock(uninstallCommands(bundle)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function describeUpdate({ parts }: HelmfileSource): string[] {
  const again = 'Build again, review what changed, and run `helmfile apply`.';
  const definitions = parts.flatMap((part) =>
    part.type === 'release' && part.step === 'controller' ? prepareRelease(part.item) : [],
  );
  if (definitions.length === 0) return [again];
  return [
    `${again} Helm never updates the custom resource\ndefinitions of a chart: when the version of the controller changes, bring them first:`,
    shellBlock(definitions),
  ];
}

function installCommands(source: HelmfileSource, encrypted: readonly File[]): string[] {
  const secrets = [
    ...fillSecrets(source.bundle, source.options),
    ...encrypted.map(([path]) => applyEncrypted(path)),
  ];
  // Secrets need their namespaces.
  const first = secrets.length > 0 ? applyNamespaces(source) : [];
  return [...first, ...secrets, 'helmfile apply'];
}

function applyNamespaces(source: HelmfileSource): string[] {
  return source.parts
    .filter(({ step }) => step === 'namespaces')
    .map((part) => `helmfile apply --selector name=${quoteWord(releaseOf(source, part).name)}`);
}

function uninstallCommands(bundle: Bundle): string[] {
  const namespaces = bundle.items.flatMap((item) =>
    item.type === 'object' && item.object.kind === 'Namespace'
      ? [quoteWord(item.object.metadata.name)]
      : [],
  );
  return [
    ...retireRunners(bundle),
    'helmfile destroy',
    ...(namespaces.length > 0 ? [formatCommand('kubectl delete namespaces', ...namespaces)] : []),
  ];
}
