import type { FleetGraph, GraphEdge } from '../model/fleet-graph.ts';
import type { NodeBox } from './node-box.ts';

/** A box by its middle. */
export interface Center {
  readonly box: NodeBox;
  readonly x: number;
  readonly y: number;
}

/** Arranges boxes in columns from left to right, those of one group next to each other. Loads dagre, so no other picture does. */
export async function layOut(graph: FleetGraph, boxes: readonly NodeBox[]): Promise<Center[]> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const plan = new Graph<object, object, object>({ compound: true });
  // Columns of many boxes stand further apart, so that edges between them do not run straight up and down.
  const ranksep = 44 + Math.min(boxes.length, 60);
  // Columns follow from the edges; the default ranker would look for better ones, for most of the time.
  plan.setGraph({ rankdir: 'LR', nodesep: 14, ranksep, ranker: 'tight-tree' });
  for (const { id } of graph.groups) plan.setNode(id, {});
  for (const { node, width, height } of boxes) {
    plan.setNode(node.id, { width, height });
    plan.setParent(node.id, node.group);
  }
  for (const { from, to } of [...graph.edges, ...listAnchors(graph)]) plan.setEdge(from, to, {});
  layout(plan);
  return inReadingOrder(
    boxes.map((box) => {
      const { x, y } = plan.node(box.node.id) as { x: number; y: number };
      return { box, x, y };
    }),
  );
}

/** Ties what nothing leads to, such as a login that no image needs, to the column before its own. */
function listAnchors({ groups, nodes, edges }: FleetGraph): Pick<GraphEdge, 'from' | 'to'>[] {
  const reached = new Set(edges.map(({ to }) => to));
  return nodes.flatMap(({ id, group }) => {
    const column = groups.find((candidate) => candidate.id === group)!.kind;
    const first = groups.findIndex(({ kind }) => kind === column);
    const before = groups[first - 1];
    if (!before || reached.has(id)) return [];
    return [{ from: nodes.findLast((node) => node.group === before.id)!.id, to: id }];
  });
}

/** Turns the picture upside down where that brings more pairs into the order of names: dagre does not mind which. */
function inReadingOrder(centers: readonly Center[]): Center[] {
  const descents = centers.flatMap((center, index) =>
    centers
      .slice(index + 1)
      .filter(({ box }) => box.node.group === center.box.node.group)
      .map(({ y }) => Math.sign(y - center.y)),
  );
  const isUpsideDown = descents.reduce((sum, sign) => sum + sign, 0) < 0;
  return centers.map((center) => (isUpsideDown ? { ...center, y: -center.y } : center));
}
