import type { KubernetesObject } from '@fleetc/kubernetes';

/** What tells an object from every other in a cluster. */
export function identify({ apiVersion, kind, metadata }: KubernetesObject): string {
  return [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');
}

/** Where the file of an object, or of a patch on it, lies: in a folder of its namespace, or of the whole cluster. */
export function fileOf({ kind, metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? 'cluster'}/${kind.toLowerCase()}-${metadata.name}.yaml`;
}
