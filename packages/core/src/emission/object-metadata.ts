import type { Fleet, Pool, Scope } from '@fleetc/fleet';
import { type Context, field, filled, type Table, within } from './table.ts';

/** What an object is part of: the value of `app.kubernetes.io/name`. */
export type Component = 'actions-runner-controller' | 'actions-runner' | 'cert-manager';

/** Everything that the metadata of an object is made from. */
export interface ObjectContext extends Context {
  readonly fleet: Fleet;
  readonly component: Component;
  readonly name: string;
  readonly namespace?: string;
  readonly pool?: Pool;
  readonly scope?: Scope;
}

/** The `metadata` rows that every kind has; only the places of name and namespace differ. */
export function metadataTable<C extends ObjectContext>(
  nameFrom: string,
  namespaceFrom: string,
): Table<C> {
  return within('metadata', [
    field('name', nameFrom, ({ name }) => name),
    field('namespace', namespaceFrom, ({ namespace }) => namespace),
    field('labels', 'metadata.labels', objectLabels),
    field('annotations', 'metadata.annotations', ({ fleet }) => filled(fleet.annotations)),
  ]);
}

/** Labels of one object; never part of a selector, so that they may change. */
export function objectLabels({
  fleet,
  component,
  pool,
  scope,
}: Pick<ObjectContext, 'fleet' | 'component' | 'pool' | 'scope'>): Record<string, string> {
  const labels = { ...fleet.labels };
  labels['app.kubernetes.io/name'] = component;
  labels['app.kubernetes.io/instance'] = fleet.name;
  labels['app.kubernetes.io/part-of'] = fleet.name;
  labels['app.kubernetes.io/managed-by'] = 'fleetc';
  return addOwnerLabels(labels, pool, scope);
}

/** Adds the labels by which objects and pods tell their pool and scope. */
export function addOwnerLabels(
  labels: Record<string, string>,
  pool?: Pool,
  scope?: Scope,
): Record<string, string> {
  if (pool) labels['fleetc.dev/pool'] = pool.name;
  if (scope) labels['fleetc.dev/scope'] = scope.name;
  return labels;
}
