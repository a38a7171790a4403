import type { Fleet, Pool } from '@fleetc/fleet';
import type { GraphPart } from './assemble-graph.ts';
import type { GraphNode } from './fleet-graph.ts';
import { nodeId } from './node-id.ts';
import { countRunners, describePool } from './describe-pool.ts';

/** Every pool in the group of its namespace, with the scopes that it serves. */
export function poolPart({ pools }: Fleet): GraphPart {
  const namespaces = [...new Set(pools.map(({ namespace }) => namespace))].sort();
  return {
    groups: namespaces.map((namespace) => ({
      id: groupOf(namespace),
      kind: 'namespace',
      label: `Namespace ${namespace}`,
    })),
    nodes: pools.map(toNode),
    edges: pools.flatMap((pool) =>
      pool.scopes.map((scope) => ({
        from: nodeId('scope', scope.name),
        to: nodeId('pool', pool.name),
        meaning: 'served-by' as const,
      })),
    ),
  };
}

function toNode(pool: Pool): GraphNode {
  return {
    id: nodeId('pool', pool.name),
    kind: 'pool',
    group: groupOf(pool.namespace),
    name: pool.name,
    label: pool.name,
    details: describePool(pool),
    runners: countRunners(pool),
  };
}

function groupOf(namespace: string): string {
  return `namespace:${namespace}`;
}
