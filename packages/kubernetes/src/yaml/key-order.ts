/**
 * Keys that stand before all others, in this order, in every map: first what an object is, then which one it is, then
 * whom it serves. One list for all kinds, so that a reader of any file finds these at the same place.
 */
const leadingKeys = [
  'apiVersion',
  'apiGroup',
  'kind',
  'metadata',
  'spec',
  'name',
  'namespace',
  'enterprise',
  'organization',
  'repository',
  'group',
  'labels',
  'annotations',
  'type',
  'scaleTargetRef',
  'minReplicas',
  'maxReplicas',
  'replicas',
  'startTime',
  'endTime',
  'image',
] as const;

const ranks: ReadonlyMap<string, number> = new Map(leadingKeys.map((key, rank) => [key, rank]));

/**
 * The keys of a map in canonical order: the leading ones, then the rest by UTF-16 code unit. Neither the order of writing
 * nor JavaScript's habit of putting integer-like keys first shows.
 */
export function sortKeys(map: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(map).sort(compareKeys);
}

function compareKeys(a: string, b: string): number {
  const left = ranks.get(a) ?? leadingKeys.length;
  const right = ranks.get(b) ?? leadingKeys.length;
  if (left !== right) return left - right;
  return a < b ? -1 : 1;
}
