import type { Fleet, Pool } from '@fleetc/fleet';
import type { ObjectItem } from '../bundle.ts';
import { createObjectItem, type ObjectKind } from '../emission/object-item.ts';
import { metadataTable, type ObjectContext } from '../emission/object-metadata.ts';
import { field } from '../emission/table.ts';
import { dockerModes } from './docker-modes.ts';

interface AccessContext extends ObjectContext {
  readonly pool: Pool;
  readonly namespace: string;
}

/** What the container hooks of kubernetes mode do in the runner's namespace. */
const rules = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'create', 'delete'] },
  { apiGroups: [''], resources: ['pods/exec'], verbs: ['get', 'create'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'create', 'delete'] },
  // Only hooks before 0.8, which older runner images carry.
  { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'list', 'create', 'delete'] },
];

const metadata = metadataTable<AccessContext>('pool', 'pool.namespace');

const serviceAccount: ObjectKind<AccessContext> = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  stage: 'access',
  table: metadata,
};

const role: ObjectKind<AccessContext> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  stage: 'access',
  table: [...metadata, field('rules', 'pool.docker', () => rules)],
};

const roleBinding: ObjectKind<AccessContext> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  stage: 'access',
  table: [
    ...metadata,
    field('roleRef', 'pool.docker', ({ name }) => ({
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name,
    })),
    field('subjects', 'pool.docker', ({ name, namespace }) => [
      { kind: 'ServiceAccount', name, namespace },
    ]),
  ],
};

/** Kinds that give runners access to the API server. */
export const accessKinds = [serviceAccount, role, roleBinding];

/** The service account of the pool's runners: the user's, else one that fleetc makes where the mode needs it. */
export function poolServiceAccount(fleet: Fleet, pool: Pool): string | undefined {
  if (pool.serviceAccount !== undefined) return pool.serviceAccount;
  return dockerModes[pool.docker.mode].needsAccess ? `${fleet.namePrefix}${pool.name}` : undefined;
}

/** Service account, Role and RoleBinding of a pool whose mode needs them, unless the user brings a service account. */
export function emitAccess(fleet: Fleet, pool: Pool): ObjectItem[] {
  const name = poolServiceAccount(fleet, pool);
  if (name === undefined || pool.serviceAccount !== undefined) return [];
  const context: AccessContext = {
    fleet,
    pool,
    component: 'actions-runner',
    name,
    namespace: pool.namespace,
    roots: { pool: pool.path },
    words: {},
  };
  return accessKinds.map((kind) =>
    createObjectItem(kind, { context, overlays: [], path: pool.path }),
  );
}
