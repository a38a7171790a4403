import type { Bundle } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { loadAll } from 'js-yaml';
import { identify } from '../../src/kustomize/identity.ts';

/** The objects of a stream of YAML, by what tells them apart; throws where one stands there twice. */
export function readObjects(...streams: readonly string[]): Record<string, KubernetesObject> {
  return byIdentity(streams.flatMap((text) => loadAll(text) as (KubernetesObject | null)[]));
}

/** The objects of a bundle that a plain build writes, but for those that are encrypted. */
export function objectsOf({ items }: Bundle): Record<string, KubernetesObject> {
  const objects = items.flatMap((item) =>
    item.type === 'object' && !item.encrypted ? [item.object] : [],
  );
  // As a file would hold them: without what is undefined.
  return byIdentity(JSON.parse(JSON.stringify(objects)) as KubernetesObject[]);
}

/** Objects by what tells them apart; throws where one stands there twice. */
export function byIdentity(objects: readonly (KubernetesObject | null)[]) {
  const found: Record<string, KubernetesObject> = {};
  for (const object of objects) {
    if (!object) continue;
    const key = identify(object);
    if (Object.hasOwn(found, key)) throw new Error(`${key} stands there twice`);
    found[key] = object;
  }
  return found;
}
