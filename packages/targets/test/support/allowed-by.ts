import type { Application, AppProject, KubernetesObject } from '@fleetc/kubernetes';

type Destination = Application['spec']['destination'];

/** What a project allows, as Argo CD judges it: by one entry for the cluster and the namespace together. */
export function allowedBy({ spec }: AppProject) {
  const clusters = spec.destinations;
  return {
    destination: ({ server, name, namespace }: Destination) =>
      clusters.some(
        (entry) => entry.server === server && entry.name === name && entry.namespace === namespace,
      ),
    /** In whichever cluster. */
    object: (object: KubernetesObject) => {
      const { namespace } = object.metadata;
      if (namespace === undefined) return isListed(spec.clusterResourceWhitelist, object);
      return (
        isListed(spec.namespaceResourceWhitelist, object) &&
        clusters.some((entry) => entry.namespace === namespace)
      );
    },
  };
}

function isListed(
  list: readonly { readonly group: string; readonly kind: string }[],
  object: KubernetesObject,
): boolean {
  return list.some(({ group, kind }) => group === groupOf(object) && kind === object.kind);
}

function groupOf({ apiVersion }: KubernetesObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
}
