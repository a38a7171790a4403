import { isNode, type Node, type Nodes } from './node.ts';

/**
 * Says of keys that exclude each other what an editor can show at the one that is too many. As alternatives under `not`, the
 * whole map would be underlined, without a word why.
 */
export function foldGroups(node: Node): Node {
  const { allOf, ...rest } = node;
  if (!Array.isArray(allOf)) return node;
  const known = Object.keys((node['properties'] as Nodes | undefined) ?? {});
  const parts = (allOf as Node[]).map((part) => foldPart(part, known));
  return { ...rest, allOf: parts };
}

function foldPart(part: Node, known: readonly string[]): Node {
  const needed = requiredOf(part['anyOf']);
  if (needed) return sayMissing(needed.flat(), known);
  const alternatives = alternativesOf(part);
  return alternatives ? sayTooMany(alternatives) : part;
}

/** None of several keys is there. Silent where an unknown key is the mistake. */
function sayMissing(keys: readonly string[], known: readonly string[]): Node {
  const errorMessage = `Missing one of ${list(keys)}.`;
  return {
    if: { propertyNames: { enum: known } },
    then: { anyOf: keys.map((key) => ({ required: [key], errorMessage })) },
  };
}

/** Each alternative that is there forbids the later ones; `null` deletes, so it may stay. */
function sayTooMany(alternatives: readonly (readonly string[])[]): Node {
  const names = alternatives.map((keys) => keys[0]!);
  const forbidden = { type: 'null', errorMessage: `Only one of ${list(names)} may stand here.` };
  const entries = alternatives.flatMap((keys, index) => {
    const later = alternatives.slice(index + 1).flat();
    const properties = Object.fromEntries(later.map((key) => [key, forbidden]));
    return later.length > 0 ? keys.map((key) => [key, { properties }] as const) : [];
  });
  return { dependencies: Object.fromEntries(entries) };
}

/** The alternatives of a group, from either form in which the schema of validators has them. */
function alternativesOf(part: Node): string[][] | undefined {
  if (Array.isArray(part['oneOf'])) {
    const branches = (part['oneOf'] as Node[]).slice(0, -1);
    return branches.map(
      (branch) => requiredOf([branch])?.flat() ?? requiredOf(branch['anyOf'])!.flat(),
    );
  }
  const pairs = isNode(part['not']) ? requiredOf(part['not']['anyOf']) : undefined;
  return pairs && groupPairs(pairs);
}

/** `[[a, c], [b, c]]` is two alternatives: `a` and `b` together, and `c`. */
function groupPairs(pairs: readonly string[][]): string[][] {
  const keys = [...new Set(pairs.flat())];
  const excludes = (one: string, other: string) =>
    pairs.some((pair) => pair.includes(one) && pair.includes(other));
  const groups: string[][] = [];
  for (const key of keys) {
    const group = groups.find(([first]) => !excludes(first!, key));
    if (group) group.push(key);
    else groups.push([key]);
  }
  return groups;
}

function requiredOf(branches: unknown): string[][] | undefined {
  if (!Array.isArray(branches)) return undefined;
  const required = (branches as Node[]).map((branch) => branch['required']);
  return required.every(Array.isArray) ? (required as string[][]) : undefined;
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
