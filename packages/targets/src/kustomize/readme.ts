import type { Bundle, KustomizeOutput, SecretUse } from '@fleetc/core';
import { installRelease } from '../layout/helm-commands.ts';
import { code, listItem, tableRow } from '../layout/markdown.ts';
import { apply, formatCommand, quoteWord } from '../layout/shell.ts';
import type { File } from '../layout/to-tree.ts';
import type { TargetOptions } from '../target.ts';
import { valuesFile } from './helm-charts.ts';
import { fileOf } from './identity.ts';
import { encryptedFile, overlayFolder } from './part-files.ts';
import { isEmpty, mostObjects, type Part, type PartMember } from './parts.ts';

/** What a README needs besides what it describes. */
export interface ReadmeOptions extends TargetOptions<KustomizeOutput> {
  /** Every file of the tree but the README. */
  readonly files: readonly File[];
}

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
    '## Uninstall',
    'The order matters: a controller that is gone can sign off no runner at GitHub. Delete the overlays with\n`kubectl delete -k` first, wait until no runner is left, and then uninstall the charts.',
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
  return 'kustomize renders the charts itself: that needs kustomize 5.3 or later, `--enable-helm`, and helm 3, or from kustomize 5.8\non helm 3 or 4. It puts them into a folder `charts` beside the overlay; keep that one out of Git. `kubectl apply -k`\ncannot do it.';
}

function describeEnvironment(
  bundle: Bundle,
  parts: readonly Part[],
  options: ReadmeOptions,
): string[] {
  const { environment, existingSecrets, pendingSecrets, destination } = bundle;
  const cluster = destination.name ?? destination.server;
  const needs = [
    ...(cluster === undefined
      ? []
      : [`the cluster ${code(cluster)}, which kubectl has to point to`]),
    ...existingSecrets.map(describeSecret),
  ];
  return [
    options.hasEnvironments ? `## Install ${environment}` : '## Install',
    ...(needs.length > 0 ? [['Needs:\n', ...needs.map((need) => listItem(need))].join('\n')] : []),
    ...(pendingSecrets.length > 0
      ? ['`FLEET` is the path of your fleet file, seen from this folder.']
      : []),
    [
      'Run in this folder, in this order:',
      '',
      '```sh',
      ...commands(bundle, parts, options),
      '```',
    ].join('\n'),
  ];
}

function describeSecret({ name, namespace, keys }: SecretUse): string {
  return `Secret ${code(name)} in ${code(namespace)} with ${keys.map(code).join(', ')}`;
}

function commands(bundle: Bundle, parts: readonly Part[], options: ReadmeOptions): string[] {
  const own = parts.flatMap(({ name, members }) =>
    members
      .filter((member) => member.environment === bundle.environment)
      .map((member) => ({ member, folder: overlayFolder(bundle.environment, name) })),
  );
  return [
    ...applyNamespaces(bundle, options),
    ...applyPending(bundle, options),
    ...own.flatMap(({ member, folder }) => applyEncrypted(member, folder)),
    ...own.flatMap(({ member, folder }) =>
      options.output.helm === 'values' ? installReleases(member, folder) : [],
    ),
    ...own.filter(({ member }) => !isEmpty(member)).map(({ folder }) => build(folder, options)),
  ];
}

// Whatever the base says of a namespace is put right by the overlay later.
function applyNamespaces({ environment, items }: Bundle, { files }: ReadmeOptions): string[] {
  const paths = items.flatMap((item) => {
    if (item.type !== 'object' || item.object.kind !== 'Namespace') return [];
    const end = `/resources/${fileOf(item.object)}`;
    const found = files.filter(([path]) => path.endsWith(end)).map(([path]) => path);
    const own = `overlays/${environment}/`;
    const path = found.find((one) => one.startsWith('base/') || one.startsWith(own)) ?? found[0];
    return path === undefined ? [] : [`-f ${quoteWord(path)}`];
  });
  return paths.length === 0 ? [] : [formatCommand(apply, ...paths)];
}

function applyPending({ pendingSecrets, environment }: Bundle, { hasEnvironments }: ReadmeOptions) {
  if (pendingSecrets.length === 0) return [];
  const choice = hasEnvironments ? [`--env ${quoteWord(environment)}`] : [];
  return [formatCommand('fleetc secrets "$FLEET"', ...choice, `| ${apply} -f -`)];
}

function applyEncrypted({ encrypted }: PartMember, folder: string): string[] {
  return encrypted.map((item) => {
    const file = quoteWord(`${folder}/${encryptedFile(item)}`);
    return formatCommand(`sops --decrypt ${file}`, `| ${apply} -f -`);
  });
}

function installReleases({ releases }: PartMember, folder: string): string[] {
  return releases.flatMap((item) => installRelease(item, `${folder}/${valuesFile(item.stage)}`));
}

function build(folder: string, { output }: ReadmeOptions): string {
  const place = quoteWord(folder);
  return output.helm === 'values'
    ? `${apply} -k ${place}`
    : formatCommand(`kustomize build --enable-helm ${place}`, `| ${apply} --force-conflicts -f -`);
}
