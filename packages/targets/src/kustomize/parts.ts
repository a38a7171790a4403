import type { Bundle, ObjectItem, ReleaseItem } from '@fleetc/core';
import type { KubernetesObject } from '@fleetc/kubernetes';
import { splitObjects } from '../gitops/split-objects.ts';
import { identify } from './identity.ts';

/** The most objects of one kustomization: kustomize's time grows with their square. */
export const mostObjects = 250;

/** What one overlay of each environment holds. */
export interface Part {
  /** A folder below those of the base and of each overlay; empty where there is one part. */
  readonly name: string;
  readonly members: readonly PartMember[];
}

/** What one environment has in a part. */
export interface PartMember {
  readonly environment: string;
  readonly objects: readonly KubernetesObject[];
  readonly encrypted: readonly ObjectItem[];
  readonly releases: readonly ReleaseItem[];
}

/**
 * Cuts the objects of all environments, and in the same way for each of them, because they share bases. Where there is
 * more than one part, the first is `cluster`: what has no namespace, and the releases.
 */
export function cutParts(bundles: readonly Bundle[], most: number): Part[] {
  const places = new Map<string, string>();
  const splits = splitObjects(unite(bundles), most);
  for (const { suffix, items } of splits) {
    for (const { object } of items) places.set(identify(object), suffix);
  }
  const home = splits.length > 1 ? 'cluster' : '';
  const names = [...new Set([home, ...splits.map(({ suffix }) => suffix)])];
  const cut = bundles.map((bundle) => cutBundle(bundle, places, home));
  return names
    .map((name) => ({ name, members: cut.map((takeMember) => takeMember(name)) }))
    .filter(({ name, members }) => name === '' || !members.every(isEmpty));
}

/** Whether an environment has nothing in a part. */
export function isEmpty({ objects, encrypted, releases }: PartMember): boolean {
  return objects.length + encrypted.length + releases.length === 0;
}

function cutBundle(
  { environment, items }: Bundle,
  places: ReadonlyMap<string, string>,
  home: string,
): (name: string) => PartMember {
  const objects = items.filter((item) => item.type === 'object');
  const releases = items.filter((item) => item.type === 'release');
  const encrypted = objects.filter((item) => !isReadable(item));
  const placed = new Map<string, KubernetesObject[]>();
  for (const { object } of objects.filter(isReadable)) {
    const place = places.get(identify(object))!;
    const own = placed.get(place);
    if (own) own.push(object);
    else placed.set(place, [object]);
  }
  return (name) => ({
    environment,
    objects: placed.get(name) ?? [],
    encrypted: name === home ? encrypted : [],
    releases: name === home ? releases : [],
  });
}

// Each object once, however many environments have it.
function unite(bundles: readonly Bundle[]): ObjectItem[] {
  const items = bundles.flatMap((bundle) => bundle.items.filter((item) => item.type === 'object'));
  return [
    ...new Map(items.filter(isReadable).map((item) => [identify(item.object), item])).values(),
  ];
}

// kustomize can do nothing with a Secret that is encrypted.
function isReadable({ encrypted }: ObjectItem): boolean {
  return !encrypted;
}
