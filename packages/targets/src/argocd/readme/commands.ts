import type { ArgocdOutput } from '@fleetc/core';
import { formatCommand, quoteWord } from '../../layout/shell.ts';
import { takesOthersAlong } from '../sync-policy.ts';
import type { Environment, Unit } from '../environment.ts';
import { isSet } from '../root.ts';

/** What makes Argo CD know the fleet. */
export function bootstrapCommands(output: ArgocdOutput, root: readonly string[]): string[] {
  const place = `--namespace ${quoteWord(output.namespace)}`;
  const files = ['project.yaml', ...root].map((file) => `-f ${file}`);
  const patch = formatCommand(
    'kubectl patch configmap argocd-cm',
    place,
    '--type merge',
    '--patch-file argocd-cm.patch.yaml',
  );
  return [...(output.health ? [patch] : []), formatCommand('kubectl apply', ...files)];
}

/** What people run where nothing syncs by itself: until the namespaces are there, and from then on. */
export interface SyncCommands {
  readonly first: readonly string[];
  readonly rest: readonly string[];
}

/** What people run where nothing syncs by itself, in order. */
export function syncCommands(
  environments: readonly Environment[],
  output: ArgocdOutput,
  fleet: string,
): SyncCommands {
  if (output.automated || output.layout === 'rollingSync') return { first: [], rest: [] };
  // Where waves wait, the root is done only after the last of the Applications below.
  const wait = output.health ? ['--async'] : [];
  const root = isSet(output) ? [] : [formatCommand('argocd app sync', quoteWord(fleet), ...wait)];
  const units = inOrder(environments);
  return {
    first: [...root, ...units.filter(isFirst).flatMap(syncUnit)],
    rest: units.filter((unit) => !isFirst(unit)).flatMap(syncUnit),
  };
}

function isFirst({ part }: Unit): boolean {
  return part.step === 'namespaces';
}

function syncUnit({ name }: Unit): string[] {
  return [
    formatCommand('argocd app sync', quoteWord(name)),
    formatCommand('argocd app wait', quoteWord(name), '--sync --health'),
  ];
}

/** Whether deleting the root deletes everything, the last first. */
export function cascades({ finalizer, layout }: ArgocdOutput): boolean {
  return finalizer && layout !== 'applicationSet';
}

/** What takes the fleet down, runners before the controller that has to sign them off. */
export function uninstallCommands(
  environments: readonly Environment[],
  output: ArgocdOutput,
  fleet: string,
): string[] {
  const root = deleteRoot(output, fleet);
  const projects = deleteProjects(output);
  if (cascades(output)) return [root, projects];
  const units = inOrder(environments)
    .toReversed()
    .map(({ name }) => formatCommand('argocd app delete', quoteWord(name), '--yes --wait'));
  return [root, ...units, projects];
}

/** What approves the deletion of what is deleted only with an approval. */
export function approveCommands(
  environments: readonly Environment[],
  { finalizer }: ArgocdOutput,
): string[] {
  if (!finalizer) return [];
  return inOrder(environments)
    .filter(({ part }) => takesOthersAlong(part))
    .toReversed()
    .map(({ name }) => formatCommand('argocd app confirm-deletion', quoteWord(name)));
}

/** The Applications of all environments, the ones that others need first. */
export function inOrder(environments: readonly Environment[]): Unit[] {
  return environments
    .flatMap(({ units }) => units)
    .toSorted(
      (left, right) => left.part.order - right.part.order || borrowed(left) - borrowed(right),
    );
}

// A controller without its definitions is not healthy.
function borrowed({ definitionsFrom }: Unit): number {
  return definitionsFrom === undefined ? 0 : 1;
}

// Applications of a project that is gone cannot even be deleted.
function deleteProjects(output: ArgocdOutput): string {
  const files = isSet(output) ? ['project.yaml'] : ['root-project.yaml', 'project.yaml'];
  return formatCommand('kubectl delete', ...files.map((file) => `-f ${file}`));
}

function deleteRoot(output: ArgocdOutput, fleet: string): string {
  const kind = isSet(output) ? 'applicationset' : 'application';
  // Without the root, nothing makes an Application again that is deleted.
  const alone = cascades(output) || !isSet(output) ? [] : ['--cascade=orphan'];
  const place = `--namespace ${quoteWord(output.namespace)}`;
  return formatCommand(`kubectl delete ${kind}`, quoteWord(fleet), place, ...alone);
}
