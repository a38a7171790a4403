import { isNode, type Node } from './node.ts';

/** Gives maps by name a title, by which an editor says what it expected; others have theirs from the definition. */
export function nameMaps(node: Node): Node {
  if (!isNode(node['properties'])) return node;
  const entries = Object.entries(node['properties']).map(([key, child]) => [
    key,
    isNode(child) ? nameMap(key, child) : child,
  ]);
  return { ...node, properties: Object.fromEntries(entries) };
}

function nameMap(key: string, node: Node): Node {
  if (Array.isArray(node['anyOf'])) {
    return { ...node, anyOf: (node['anyOf'] as Node[]).map((branch) => nameMap(key, branch)) };
  }
  const isUnnamed = node['type'] === 'object' && node['title'] === undefined;
  if (!isUnnamed) return node;
  const names = node['propertyNames'];
  return {
    title: `map of ${key}`,
    ...node,
    // What an editor offers to write where a name of one's own belongs.
    ...(isNode(names) && { propertyNames: { title: 'NAME', ...names } }),
  };
}

/** Values of a list of words need no type beside them: an editor would tell one mistake twice. */
export function withoutTypeOfWords(node: Node): Node {
  if (!Array.isArray(node['enum'])) return node;
  const { type: _type, ...rest } = node;
  return rest;
}

/**
 * Puts a map before a single word among alternatives: for a value that fits none, an editor follows the first, and in a map
 * there is more to say. Of several words it can list all.
 */
export function mapsFirst(node: Node): Node {
  if (!Array.isArray(node['anyOf'])) return node;
  const branches = node['anyOf'] as Node[];
  return { ...node, anyOf: branches.toSorted((a, b) => rankOf(a) - rankOf(b)) };
}

function rankOf(branch: Node): number {
  if ('enum' in branch) return 0;
  return branch['type'] === 'object' || '$ref' in branch ? 1 : 2;
}

/**
 * Of a map among words, lets an editor see that a map is meant: each key is a match, whatever its name. And names `null`, so
 * that an editor does not take it for one more form of what stands beside it.
 */
export function tellApart(node: Node): Node {
  if (!Array.isArray(node['anyOf'])) return node;
  const branches = node['anyOf'] as Node[];
  const hasWords = branches.some((branch) => 'enum' in branch || 'const' in branch);
  const anyKey = { patternProperties: { '': {} } };
  const told = branches.map((branch) => {
    if (branch['type'] === 'null') return { title: 'nothing', ...branch };
    if (!hasWords || branch['type'] !== 'object') return branch;
    return { ...branch, allOf: [...((branch['allOf'] as Node[] | undefined) ?? []), anyKey] };
  });
  return { ...node, anyOf: told };
}
