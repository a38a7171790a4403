import type { Bundle } from '@fleetc/core';
import type { Application } from '@fleetc/kubernetes';
import type { Part } from '../gitops/parts.ts';
import { namespacesOf } from './namespaces.ts';

/** The cluster that Argo CD runs in. */
export const ownCluster = 'https://kubernetes.default.svc';

/** A cluster as Argo CD names it: by name or by server, never by both. */
export type Cluster = { readonly name: string } | { readonly server: string };

/** The cluster of an environment. */
export function clusterOf({ destination: { name, server } }: Bundle): Cluster {
  return name === undefined ? { server: server ?? ownCluster } : { name };
}

/**
 * Where a part goes. Objects name their own namespaces; the one of the destination has to be one that the project
 * allows all the same.
 */
export function destinationOf(bundle: Bundle, part: Part): Application['spec']['destination'] {
  const items = part.type === 'release' ? [part.item] : part.items;
  const [namespace = 'default'] = [...items, ...bundle.items].flatMap(namespacesOf);
  return { ...clusterOf(bundle), namespace };
}
