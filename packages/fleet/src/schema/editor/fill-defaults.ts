import { fleetDefaults, poolDefaults } from '../../resolve/defaults.ts';
import { isNode, type Node, type Nodes } from './node.ts';

/** Shows of scalar fields what holds without them, as far as it does not depend on the fleet. */
export function fillDefaults(schema: Node): Node {
  const [one, other] = [fleetDefaults('one'), fleetDefaults('other')];
  const blocks = fillProperties(schema, (key) => common(one[key], other[key]));
  const definitions = blocks['definitions'] as Nodes;
  const pool = fillProperties(definitions['Pool']!, (key) => poolDefaults[key]);
  return { ...blocks, definitions: { ...definitions, Pool: pool } };
}

function fillProperties(node: Node, valueOf: (key: string) => unknown): Node {
  if (!isNode(node['properties'])) return node;
  const entries = Object.entries(node['properties'] as Nodes).map(([key, child]) => [
    key,
    fill(child, valueOf(key)),
  ]);
  return { ...node, properties: Object.fromEntries(entries) as Nodes };
}

function fill(node: Node, value: unknown): Node {
  if (value === undefined) return node;
  if (!isNode(value)) return Array.isArray(value) ? node : { ...node, default: value };
  return fillProperties(node, (key) => value[key]);
}

/** What two fleets of different names have in common. */
function common(one: unknown, other: unknown): unknown {
  if (!isNode(one) || !isNode(other)) return one === other ? one : undefined;
  const entries = Object.keys(one).map((key) => [key, common(one[key], other[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
