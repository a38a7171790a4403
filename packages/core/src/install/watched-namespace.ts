import type { Fleet } from '@fleetc/fleet';
import type { ObjectItem } from '../bundle.ts';
import { createObjectItem, type ObjectKind } from '../emission/object-item.ts';
import { metadataTable, type ObjectContext } from '../emission/object-metadata.ts';
import { field } from '../emission/table.ts';
import { dockerModes } from '../runner-deployments/docker-modes.ts';
import { credentialSecret } from '../runner-deployments/runner-context.ts';

interface WatchContext extends ObjectContext {
  readonly namespace: string;
}

const metadata = metadataTable<WatchContext>('controller.release', 'controller.watch');

const role: ObjectKind<WatchContext> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  stage: 'access',
  table: [
    ...metadata,
    field('rules', 'controller.watch', () => [
      { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] },
    ]),
  ],
};

const roleBinding: ObjectKind<WatchContext> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  stage: 'access',
  table: [
    ...metadata,
    field('roleRef', 'controller.watch', ({ name }) => ({
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name,
    })),
    field('subjects', 'controller.namespace', ({ fleet: { controller } }) => [
      { kind: 'ServiceAccount', name: controller.release, namespace: controller.namespace },
    ]),
  ],
};

/** Kinds that open a watched namespace to the controller. */
export const watchKinds = [role, roleBinding];

/**
 * Lets a controller that watches another namespace than its own read the Secrets there: the chart puts that Role into the
 * release's namespace only, and credentials of scopes could not be read (#2579, #2643).
 */
export function emitWatchedNamespace(fleet: Fleet): ObjectItem[] {
  const { watchNamespace: namespace, namespace: own, release, path } = fleet.controller;
  if (namespace === undefined || namespace === own || !readsSecrets(fleet)) return [];
  const context: WatchContext = {
    fleet,
    component: 'actions-runner-controller',
    name: `${release}-watched-secrets`,
    namespace,
    roots: {},
    words: {},
  };
  return watchKinds.map((kind) => createObjectItem(kind, { context, overlays: [], path }));
}

function readsSecrets(fleet: Fleet): boolean {
  return fleet.pools.some(
    ({ docker, scopes }) =>
      dockerModes[docker.mode].needsAccess ||
      scopes.some((scope) => credentialSecret({ fleet, scope }) !== undefined),
  );
}
