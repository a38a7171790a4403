import type { NodeKind } from './fleet-graph.ts';

/** The id of a node, by which edges of any part name it. */
export function nodeId(kind: NodeKind, name: string): string {
  return `${kind}:${name}`;
}
