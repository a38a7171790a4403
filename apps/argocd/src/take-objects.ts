import type { Bundle } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import type { Parameters } from './parameters.ts';
import { createRefusal } from './refusal.ts';

/** The objects of a bundle, and a line for each kind of thing that is none. */
export interface TakenObjects {
  /** In install order. */
  readonly objects: readonly KubernetesObject[];
  readonly notes: readonly string[];
}

/** Takes what Argo CD may apply out of a bundle; throws where that would be something else than is meant. */
export function takeObjects(bundle: Bundle, { helm }: Pick<Parameters, 'helm'>): TakenObjects {
  const all = bundle.items.filter((item) => item.type === 'object');
  refuseEncrypted(all.filter(({ encrypted }) => encrypted).map(({ object }) => object));
  const objects = all.map(({ object }) => object);
  if (objects.some(({ kind }) => kind === 'Secret')) {
    throw new Error('a plain Secret would leave the plugin');
  }
  if (objects.length === 0) {
    throw createRefusal('the fleet has no objects here, and Argo CD would prune whatever is there');
  }
  return { objects, notes: [...describeReleases(bundle, helm), ...describePending(bundle)] };
}

function refuseEncrypted(objects: readonly KubernetesObject[]): void {
  if (objects.length === 0) return;
  const names = objects.map(nameOf).join(', ');
  throw createRefusal(
    `Argo CD would apply the ciphertext of Secrets that SOPS encrypted (${names}); bring them another way, or use the target "argocd" of "fleetc build"`,
  );
}

function describeReleases({ items }: Bundle, helm: Parameters['helm']): string[] {
  const names = items.flatMap((item) => (item.type === 'release' ? [item.release.name] : []));
  if (names.length === 0) return [];
  const sentence = `Helm releases are no manifests: ${names.join(', ')}`;
  if (helm === 'refuse') throw createRefusal(`${sentence}; parameter "helm" refuses them`);
  return [`${sentence}; they were left out, install them first`];
}

function describePending({ pendingSecrets }: Bundle): string[] {
  if (pendingSecrets.length === 0) return [];
  const names = pendingSecrets.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  return [`Secrets were left out, "fleetc secrets" writes them: ${names}`];
}

function nameOf({ metadata: { namespace, name } }: KubernetesObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
