import type { Action } from '../change.ts';
import { toCanonical } from '../compare/show-value.ts';
import { thingOf } from '../compare/pair.ts';
import { isMap } from '../read/plain-data.ts';
import type { Thing } from '../read/thing.ts';
import type { Group } from './group-pairs.ts';

/** A group that came or went as a whole. */
export interface WholeGroup {
  readonly group: Group;
  readonly action: Action;
}

/** For groups that went, the group that came and is equal but for its name; and the other way round. */
export function findRenamed(wholes: readonly WholeGroup[]): ReadonlyMap<Group, Group> {
  const found = new Map<Group, Group>();
  const come = new Map<string, Group[]>();
  for (const { group, action } of wholes) {
    if (action === 'added') addTo(come, fingerprint(group), group);
  }
  for (const { group, action } of wholes) {
    const twin = action === 'removed' ? come.get(fingerprint(group))?.shift() : undefined;
    if (!twin) continue;
    found.set(group, twin);
    found.set(twin, group);
  }
  return found;
}

function addTo(map: Map<string, Group[]>, key: string, group: Group): void {
  const list = map.get(key);
  if (list) list.push(group);
  else map.set(key, [group]);
}

/** All that a group says, with its own names taken out. */
function fingerprint({ environment, subject, pairs }: Group): string {
  const things = pairs.map(thingOf);
  const names = new Set([subject.name, ...things.flatMap(namesOf)]);
  const contents = things.map((thing) => toCanonical(withoutNames(contentOf(thing), names)));
  return JSON.stringify([environment, subject.type, subject.kind ?? '', ...contents.sort()]);
}

function namesOf(thing: Thing): string[] {
  if (thing.type === 'file') return [];
  const { name, namespace } = thing.type === 'release' ? thing : thing.object.metadata;
  return namespace === undefined ? [name] : [name, namespace];
}

function contentOf(thing: Thing): unknown {
  if (thing.type === 'object') return thing.object;
  // The path of a file is its name: two that say the same are renamed.
  if (thing.type === 'file') return [thing.content];
  return [thing.chart, thing.source, thing.values];
}

function withoutNames(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return names.has(value) ? '\u0000' : value;
  if (Array.isArray(value)) return value.map((item) => withoutNames(item, names));
  if (!isMap(value)) return value ?? null;
  const entries = Object.entries(value).map(([key, entry]) => [key, withoutNames(entry, names)]);
  return Object.fromEntries(entries) as unknown;
}
