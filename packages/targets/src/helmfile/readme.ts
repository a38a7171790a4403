import type { Bundle } from '@fleetc/core';
import type { Part } from '../gitops/parts.ts';
import { code, listItem } from '../layout/markdown.ts';
import { apply, formatCommand, quoteWord } from '../layout/shell.ts';
import type { File } from '../layout/to-tree.ts';
import type { LayoutOptions } from '../target.ts';
import { releaseOf } from './helmfile.ts';

interface ReadmeOptions extends LayoutOptions {
  readonly encrypted: readonly File[];
}

/** The README of one environment: what its tree is, and the commands that install it. */
export function renderReadme(
  bundle: Bundle,
  parts: readonly Part[],
  options: ReadmeOptions,
): string {
  const where = options.hasEnvironments ? `, environment ${bundle.environment}` : '';
  const needs = listNeeds(bundle);
  const blocks = [
    `# Fleet ${bundle.fleet}${where}, for helmfile`,
    'This tree installs self-hosted GitHub Actions runners on Kubernetes.\nfleetc made it from `fleet.yaml`: do not edit it, edit `fleet.yaml` and run `fleetc build`.',
    '`helmfile.yaml` names the releases and their order. Objects lie in charts of their own, `charts/*/files`, which Helm\ninstalls as they are; `values` holds the values of the other charts.',
    '## Install',
    ['Needs helm, helmfile and the plugin helm-diff.', ...needs.map((need) => listItem(need))].join(
      '\n',
    ),
    ...(bundle.pendingSecrets.length > 0
      ? ['`FLEET` is the path of your fleet file, seen from this folder.']
      : []),
    [
      'Run in this folder, in this order:',
      '',
      '```sh',
      ...commands(bundle, parts, options),
      '```',
    ].join('\n'),
    '`helmfile apply` updates, too. Helm never updates the custom resource definitions of a chart: when the version of\nthe controller changes, apply what `helm show crds` prints first.',
    '## Uninstall',
    '`helmfile destroy` goes the opposite way, runners first. Wait until no runner is left before the controller goes: it\nalone can sign them off at GitHub.',
  ];
  return `${blocks.join('\n\n')}\n`;
}

function listNeeds({ destination, existingSecrets }: Bundle): string[] {
  const cluster = destination.name ?? destination.server;
  const secrets = existingSecrets.map(
    ({ name, namespace, keys }) =>
      `Secret ${code(name)} in ${code(namespace)} with ${keys.map(code).join(', ')}`,
  );
  if (cluster === undefined) return secrets;
  return [`the cluster ${code(cluster)}, which kubectl has to point to`, ...secrets];
}

function commands(bundle: Bundle, parts: readonly Part[], options: ReadmeOptions): string[] {
  const { pendingSecrets, environment } = bundle;
  const choice = options.hasEnvironments ? [`--env ${quoteWord(environment)}`] : [];
  const secrets = [
    ...(pendingSecrets.length > 0
      ? [formatCommand('fleetc secrets "$FLEET"', ...choice, `| ${apply} -f -`)]
      : []),
    ...options.encrypted.map(([path]) =>
      formatCommand(`sops --decrypt ${quoteWord(path)}`, `| ${apply} -f -`),
    ),
  ];
  const namespaces = parts.find(({ step }) => step === 'namespaces');
  const first = namespaces && secrets.length > 0 ? [applyOne(bundle, namespaces)] : [];
  return [...first, ...secrets, 'helmfile apply'];
}

// Secrets need their namespaces.
function applyOne(bundle: Bundle, part: Part): string {
  return `helmfile apply --selector name=${quoteWord(releaseOf(bundle, part).name)}`;
}
