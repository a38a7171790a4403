import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { ObjectItem } from '../bundle.ts';
import { createObjectItem, type ObjectKind } from '../emission/object-item.ts';
import { type Component, metadataTable, type ObjectContext } from '../emission/object-metadata.ts';

/** A namespace; its name comes from the block that asks for it. */
export const namespaceKind: ObjectKind<ObjectContext> = {
  apiVersion: 'v1',
  kind: 'Namespace',
  stage: 'namespaces',
  table: metadataTable('user.namespace', 'user.namespace'),
};

interface Owner {
  readonly namespace: string;
  readonly component: Component;
  /** The block whose `namespace` it is. */
  readonly path: Path;
}

/** One Namespace for each that the fleet owns; none when somebody else makes them. */
export function emitNamespaces(fleet: Fleet): ObjectItem[] {
  if (!fleet.createNamespaces) return [];
  const owners = new Map<string, Owner>();
  for (const owner of namespaceOwners(fleet)) {
    if (!owners.has(owner.namespace)) owners.set(owner.namespace, owner);
  }
  return [...owners.values()].map(({ namespace: name, component, path }) => {
    const context = { fleet, component, name, roots: { user: path }, words: {} };
    return createObjectItem(namespaceKind, { context, overlays: [], path });
  });
}

function namespaceOwners({ controller, pools }: Fleet): Owner[] {
  const { certManager, namespace, path } = controller;
  const component = 'actions-runner-controller';
  return [
    { namespace, component, path },
    ...(certManager.install ? [certManagerOwner(certManager)] : []),
    ...pools.map((pool): Owner => ({ ...pool, component: 'actions-runner' })),
  ];
}

function certManagerOwner({ namespace, path }: Fleet['controller']['certManager']): Owner {
  return { namespace, component: 'cert-manager', path };
}
