import type { Bundle } from '@fleetc/core';
import Handlebars from 'handlebars';
import type { LayoutOptions } from '../../target.ts';
import type { PlacedItem } from '../../layout/place-items.ts';
import { listContents, type StageContent } from './contents.ts';
import { installCommands, restartCommands, verifyCommands } from './install-commands.ts';
import { code, tableRow } from '../../layout/markdown.ts';
import { listDeliveredSecrets } from './delivered-secrets.ts';
import { listPendingSecrets, listPrerequisites, permissionRows } from './prerequisites.ts';
import { readmeTemplate } from './readme.template.ts';
import { uninstallCommands } from './uninstall-commands.ts';

/** The README of one environment: what its tree is, and the exact commands that install it. */
export function renderReadme(
  bundle: Bundle,
  placed: readonly PlacedItem[],
  options: LayoutOptions,
): string {
  const contents = listContents(placed);
  const render = Handlebars.compile(readmeTemplate, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return render({
    title: describeTitle(bundle, options),
    stages: contents.map(describeStage),
    homeNamespace: describeHome(contents),
    prerequisites: listPrerequisites(bundle, contents),
    permissions: permissionRows(bundle.permissions),
    pendingSecrets: listPendingSecrets(bundle.pendingSecrets),
    deliveredSecrets: listDeliveredSecrets(bundle.deliveredSecrets),
    destination: describeDestination(bundle.destination),
    install: installCommands(bundle, contents, options),
    restart: restartCommands(contents),
    verify: verifyCommands(contents),
    uninstall: uninstallCommands(bundle, contents),
    deletesNamespaces: contents.some(({ stage }) => stage === 'namespaces'),
  });
}

function describeTitle({ fleet, environment }: Bundle, { hasEnvironments }: LayoutOptions): string {
  return hasEnvironments ? `Fleet ${fleet}, environment ${environment}` : `Fleet ${fleet}`;
}

/** Which cluster the commands are meant for; empty for the one that kubectl points to. */
function describeDestination({ name, server, kubeconfigSecret }: Bundle['destination']): string {
  if (name !== undefined) return code(name);
  if (server !== undefined) return code(server);
  return kubeconfigSecret === undefined
    ? ''
    : `of the kubeconfig in Secret ${code(kubeconfigSecret)}`;
}

function describeStage({ folder, title, releases, objects }: StageContent): string {
  return tableRow(`[${code(folder)}](${folder})`, title, String(releases.length + objects.length));
}

/** The namespace whose objects need no folder; empty where no object is elsewhere. */
function describeHome(contents: readonly StageContent[]): string {
  const isNested = contents.some(({ folder, objects }) =>
    objects.some(({ file }) => file.slice(folder.length).includes('/')),
  );
  const home = contents.find(({ stage }) => stage === 'controller')?.releases[0]?.release.namespace;
  return isNested && home !== undefined ? code(home) : '';
}
