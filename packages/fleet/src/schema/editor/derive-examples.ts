import { isNode, type Node, type Nodes } from './node.ts';

/** Gives every property an example: its own, or one that follows from what it may hold. */
export function deriveExamples(node: Node, definitions: Nodes): Node {
  if (!isNode(node['properties'])) return node;
  const entries = Object.entries(node['properties'] as Nodes).map(([key, child]) => {
    if (!isNode(child) || child['examples'] !== undefined) return [key, child];
    const example = exampleOf(child, definitions);
    return [key, example === undefined ? child : { ...child, examples: [example] }];
  });
  return { ...node, properties: Object.fromEntries(entries) };
}

function exampleOf(node: Node, definitions: Nodes): unknown {
  const { examples, type } = node;
  if (Array.isArray(examples)) return examples[0];
  if (node['const'] !== undefined) return node['const'];
  if (Array.isArray(node['enum'])) return node['enum'][0];
  if (Array.isArray(node['anyOf'])) return exampleOf(node['anyOf'][0] as Node, definitions);
  if (typeof node['$ref'] === 'string') {
    return exampleOf(definitions[node['$ref'].split('/').at(-1)!]!, definitions);
  }
  if (type === 'boolean') return true;
  if (type === 'array' && isNode(node['items'])) {
    const item = exampleOf(node['items'], definitions);
    return item === undefined ? undefined : [item];
  }
  return type === 'object' ? exampleOfMap(node, definitions) : undefined;
}

/** What has to be there, or else the first field. */
function exampleOfMap(node: Node, definitions: Nodes): unknown {
  const properties = Object.entries((node['properties'] as Nodes | undefined) ?? {});
  const required = (node['required'] as readonly string[] | undefined) ?? [];
  const needed = properties.filter(([key]) => required.includes(key));
  const chosen = needed.length > 0 ? needed : properties.slice(0, 1);
  const entries = chosen.map(([key, child]) => [key, exampleOf(child, definitions)] as const);
  return Object.fromEntries(entries.filter(([, example]) => example !== undefined));
}
