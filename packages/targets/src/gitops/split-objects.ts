import type { ObjectItem } from '@fleetc/core';

/** Objects that stay together, and what tells them from the others of their step; empty where there are no others. */
export interface Split {
  readonly suffix: string;
  readonly items: readonly ObjectItem[];
}

/**
 * Cuts objects into splits of at most `most`: by namespace, and a namespace that is still too big by a hash of their
 * names. Which split an object is in depends on nothing but its own name as long as no split grows too big, so that a
 * new pool moves no other: what moves is deleted at one place and made anew at the other. Objects of one name, such as
 * a pool and its autoscaler, are never apart.
 */
export function splitObjects(items: readonly ObjectItem[], most: number): Split[] {
  if (items.length === 0) return [];
  if (items.length <= most) return [{ suffix: '', items }];
  return groupByNamespace(items).flatMap(([namespace, own]) => halve(own, namespace, most));
}

function groupByNamespace(items: readonly ObjectItem[]): [string, ObjectItem[]][] {
  const groups = new Map<string, ObjectItem[]>();
  for (const item of items) {
    const namespace = item.object.metadata.namespace ?? 'cluster';
    const group = groups.get(namespace);
    if (group) group.push(item);
    else groups.set(namespace, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

// Only the half that is too big is cut again, so the others keep their names.
function halve(items: readonly ObjectItem[], namespace: string, most: number, bits = ''): Split[] {
  if (items.length === 0) return [];
  if (items.length <= most || bits.length === hashBits) {
    return [{ suffix: bits === '' ? namespace : `${namespace}-${bits}`, items }];
  }
  return ['0', '1'].flatMap((bit) => {
    const own = items.filter(({ object }) => bitAt(object.metadata.name, bits.length) === bit);
    return halve(own, namespace, most, bits + bit);
  });
}

const hashBits = 16;

function bitAt(name: string, position: number): string {
  return (hash(name) >>> position) & 1 ? '1' : '0';
}

// FNV-1a, and its upper half mixed into the lower, whose last bits alone would follow the last character.
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (value ^ (value >>> 15)) >>> 0;
}
