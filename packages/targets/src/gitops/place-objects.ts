import type { ObjectItem } from '@fleetc/core';
import { formatItem } from '../layout/place-items.ts';
import type { File } from '../layout/to-tree.ts';

/** A file for each object, relative to the folder of its part; those of a namespace lie in a folder of its name. */
export function placeObjects(items: readonly ObjectItem[]): File[] {
  return items.map((item) => [placeObject(item), formatItem(item)]);
}

function placeObject({ object: { kind, metadata } }: ObjectItem): string {
  const folder = metadata.namespace === undefined ? '' : `${metadata.namespace}/`;
  return `${folder}${kind.toLowerCase()}-${metadata.name}.yaml`;
}
