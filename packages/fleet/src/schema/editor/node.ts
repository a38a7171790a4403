/** A JSON Schema node, as plain data. */
export interface Node {
  [keyword: string]: unknown;
}

/** The nodes below a map of schemas such as `properties`. */
export type Nodes = Record<string, Node>;

/** Whether a value is a schema node, which a list and a text are not. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const maps = ['properties', 'patternProperties', 'definitions'];
const lists = ['anyOf', 'oneOf', 'allOf'];
const singles = ['additionalProperties', 'items', 'not', 'if', 'then'];

/** The same node after `change` was applied to all that is below it, and then to itself. */
export function mapNodes(node: Node, change: (node: Node) => Node): Node {
  const inner: Node = { ...node };
  const visit = (child: unknown) => (isNode(child) ? mapNodes(child, change) : child);
  for (const key of singles) if (isNode(node[key])) inner[key] = visit(node[key]);
  for (const key of lists) {
    if (Array.isArray(node[key])) inner[key] = (node[key] as unknown[]).map(visit);
  }
  for (const key of maps) {
    if (!isNode(node[key])) continue;
    const entries = Object.entries(node[key]).map(([name, child]) => [name, visit(child)]);
    inner[key] = Object.fromEntries(entries);
  }
  return change(inner);
}
