import type { ObjectItem } from '@fleetc/core';
import { fileName, formatItem } from '../layout/place-items.ts';
import type { File } from '../layout/to-tree.ts';

/** A file for each object, relative to the folder of its part; those of a namespace lie in a folder of its name. */
export function placeObjects(items: readonly ObjectItem[]): File[] {
  return items.map((item) => [placeObject(item), formatItem(item)]);
}

function placeObject(item: ObjectItem): string {
  const { namespace } = item.object.metadata;
  return `${namespace === undefined ? '' : `${namespace}/`}${fileName(item)}`;
}
