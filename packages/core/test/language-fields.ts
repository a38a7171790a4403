/** The parts of JSON Schema that describe fields. */
interface Node {
  readonly $ref?: string;
  /** The language's own definitions have one; Kubernetes' types, which are passed on, do not. */
  readonly title?: string;
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly if?: Node;
  readonly then?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly definitions?: Readonly<Record<string, Node>>;
}

/**
 * Every field of the language as a path, `*` for the names of a map. A profile is a pool and an override has the fields of
 * the file, so neither is gone through again.
 */
export function languageFields(root: unknown): Set<string> {
  const found = new Set<string>();
  visit(root as Node, root as Node, '', (path, field) => {
    found.add(path);
    return /^profiles$|\.override\.\w+$/.test(path) ? undefined : field;
  });
  return found;
}

/** The fields of the language that a fleet uses. */
export function usedFields(root: unknown, fleet: unknown): Set<string> {
  const found = new Set<string>();
  walk({ root: root as Node, found }, root as Node, fleet, '');
  return found;
}

function visit(
  root: Node,
  node: Node,
  path: string,
  enter: (path: string, field: Node) => Node | undefined,
): void {
  for (const branch of branchesOf(root, node)) {
    for (const [key, field] of Object.entries(branch.properties ?? {})) {
      const place = path === '' ? key : `${path}.${key}`;
      const inner = enter(place, field);
      if (inner) visit(root, inner, place, enter);
    }
    const values = branch.additionalProperties;
    if (typeof values === 'object') visit(root, values, `${path}.*`, enter);
    if (branch.items) visit(root, branch.items, `${path}[]`, enter);
  }
}

interface Walk {
  readonly root: Node;
  readonly found: Set<string>;
}

function walk(context: Walk, node: Node, value: unknown, path: string): void {
  for (const branch of branchesOf(context.root, node)) {
    if (Array.isArray(value) && branch.items) {
      for (const item of value) walk(context, branch.items, item, `${path}[]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value))
        walkEntry(context, branch, [key, child], path);
    }
  }
}

function walkEntry(
  context: Walk,
  branch: Node,
  [key, child]: [string, unknown],
  path: string,
): void {
  const field = branch.properties?.[key];
  const values = branch.additionalProperties;
  if (field) {
    const place = path === '' ? key : `${path}.${key}`;
    context.found.add(place);
    walk(context, field, child, place);
  } else if (typeof values === 'object') walk(context, values, child, `${path}.*`);
}

function branchesOf(root: Node, node: Node): readonly Node[] {
  const target = node.$ref ? root.definitions![node.$ref.replace('#/definitions/', '')]! : node;
  if (node.$ref && target.title === undefined) return [];
  if (target.anyOf) return target.anyOf.flatMap((branch) => branchesOf(root, branch));
  const cases = (target.allOf ?? []).filter((part) => part.if?.properties && part.then);
  return [target, ...cases.flatMap(({ then }) => branchesOf(root, then!))];
}
