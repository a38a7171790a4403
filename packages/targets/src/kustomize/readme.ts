import type { Bundle } from '@fleetc/core';
import { listCluster, listNeeds } from '../gitops/readme/list-needs.ts';
import { code, shellBlock, tableRow } from '../layout/markdown.ts';
import { mostObjects, type Part } from './parts.ts';
import { installCommands, type ReadmeOptions, uninstallCommands } from './readme-commands.ts';

/** The README of the tree: what lies where, and the commands that install each environment. */
export function renderReadme(
  bundles: readonly Bundle[],
  parts: readonly Part[],
  options: ReadmeOptions,
): string {
  const blocks = [
    `# Fleet ${bundles[0]?.fleet ?? ''}, for kustomize`,
    'This tree installs self-hosted GitHub Actions runners on Kubernetes.\nfleetc made it from `fleet.yaml`: do not edit it, edit `fleet.yaml` and run `fleetc build`.',
    '## Contents',
    contents(options),
    ...(parts.length > 1 ? [describeParts()] : []),
    'An overlay builds the objects of its environment as they are: names are final, nothing is prefixed, and no namespace is\nset. To change them for yourself, write a kustomization that has the overlay under `resources`; `kustomizeconfig` makes\n`secretGenerator`, `images` and `replicas` reach runners there.',
    ...(options.output.helm === 'kustomize' ? [describeCharts()] : []),
    ...bundles.flatMap((bundle) => describeEnvironment(bundle, parts, options)),
    '## Update',
    'Build again, review what changed, and run the commands of "Install" again. What left the tree stays in the cluster\nuntil somebody deletes it there. Running jobs end with their pool: give it `replicas: 0` first, and delete it when its\nrunners are gone.',
    '## Uninstall',
    describeUninstall(options),
    ...bundles.flatMap((bundle) => [
      ...(options.hasEnvironments ? [`### Uninstall ${bundle.environment}`] : []),
      shellBlock(uninstallCommands(bundle, parts, options)),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function contents({ files }: ReadmeOptions): string {
  const has = (folder: string) => files.some(([path]) => path.startsWith(folder));
  const rows = [
    ['base', 'What all environments share'],
    ['components', 'What some environments share, in folders of their names'],
    ['overlays', 'What one environment has of its own; this is what is built'],
    ['kustomizeconfig', 'Where kinds of ARC refer to other objects'],
  ] as const;
  return [
    tableRow('Folder', 'Holds'),
    tableRow(':---', ':---'),
    ...rows
      .filter(([folder]) => has(`${folder}/`))
      .map(([folder, text]) => tableRow(`[${code(folder)}](${folder}/)`, text)),
  ].join('\n');
}

function describeParts(): string {
  return `An overlay is cut into parts of at most ${mostObjects} objects, because the time that kustomize needs grows with their square.\nEach part is built by itself, \`cluster\` first. A new pool moves no other from its part to another, unless a part would\ngrow too big; it is cut in two then.`;
}

function describeCharts(): string {
  return 'kustomize renders the charts itself: that needs kustomize 5.3 or later, `--enable-helm`, and helm 3, or from kustomize 5.8\non helm 3 or 4. It puts them into a folder `charts` beside the overlay; keep that one out of Git. `kubectl apply -k`\ncannot do it. The first time, the definitions and webhooks of the charts are not there yet when kubectl needs them, so that\nan installation takes several rounds. What still fails after the last of them is wrong for another reason.';
}

function describeEnvironment(
  bundle: Bundle,
  parts: readonly Part[],
  options: ReadmeOptions,
): string[] {
  const { environment, pendingSecrets } = bundle;
  const needs = [...listCluster(bundle), ...listNeeds(bundle)];
  return [
    options.hasEnvironments ? `## Install ${environment}` : '## Install',
    ...(needs.length > 0 ? [['Needs:\n', ...needs].join('\n')] : []),
    ...(pendingSecrets.length > 0
      ? ['`FLEET` is the path of your fleet file, seen from this folder.']
      : []),
    'Run in this folder, in this order:',
    shellBlock(installCommands(bundle, parts, options)),
  ];
}

function describeUninstall({ output }: ReadmeOptions): string {
  const order =
    'Runners go first: the controller alone can sign them off at GitHub, and runners that wait for it hold their namespace\nfor ever. The last command deletes the namespaces with everything in them.';
  return output.helm === 'values'
    ? `${order} Helm leaves custom resource\ndefinitions where they are.`
    : `${order} It deletes the custom\nresource definitions of the charts, too, and with them every runner and every certificate of the cluster: where others\nuse them, take the definitions out of what kustomize prints.`;
}
