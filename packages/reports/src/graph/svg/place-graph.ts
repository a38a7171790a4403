import type { FleetGraph, GraphEdge, GraphGroup } from '../model/fleet-graph.ts';
import { createNodeBoxes, type NodeBox } from './node-box.ts';
import { type Center, layOut } from './lay-out.ts';

/** Where everything of a graph stands, in whole pixels from the top left. */
export interface PlacedGraph {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly Placed<GraphGroup>[];
  readonly boxes: readonly Placed<NodeBox>[];
  readonly edges: readonly PlacedEdge[];
}

/** A rectangle by its top left corner, and what it shows. */
export interface Placed<Item> {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An edge by the points where it leaves one box and reaches another. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly start: Point;
  readonly end: Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room inside the frame of a group, below its title and on the other sides. */
const inset = 12;
const titleHeight = 26;

/** Places a graph. Loads the layout library, which no other picture needs. */
export async function placeGraph(graph: FleetGraph): Promise<PlacedGraph> {
  const centers = await layOut(graph, createNodeBoxes(graph));
  const placed = centers.map(toPlaced);
  const groups = graph.groups.map((group) =>
    surround(
      group,
      placed.filter(({ item }) => item.node.group === group.id),
    ),
  );
  return moveToOrigin({ groups, boxes: placed, edges: connect(graph.edges, placed) });
}

function toPlaced({ box, x, y }: Center): Placed<NodeBox> {
  const { width, height } = box;
  const left = Math.round(x - width / 2);
  const top = Math.round(y - height / 2);
  return { item: box, x: left, y: top, width, height };
}

function surround(item: GraphGroup, members: readonly Placed<NodeBox>[]): Placed<GraphGroup> {
  const left = Math.min(...members.map(({ x }) => x)) - inset;
  const top = Math.min(...members.map(({ y }) => y)) - titleHeight;
  const right = Math.max(...members.map(({ x, width }) => x + width)) + inset;
  const bottom = Math.max(...members.map(({ y, height }) => y + height)) + inset;
  return { item, x: left, y: top, width: right - left, height: bottom - top };
}

function connect(edges: readonly GraphEdge[], boxes: readonly Placed<NodeBox>[]): PlacedEdge[] {
  const places = new Map(boxes.map((box) => [box.item.node.id, box]));
  return edges.map((edge) => {
    const from = places.get(edge.from)!;
    const to = places.get(edge.to)!;
    return {
      edge,
      start: { x: from.x + from.width, y: from.y + Math.round(from.height / 2) },
      end: { x: to.x, y: to.y + Math.round(to.height / 2) },
    };
  });
}

function moveToOrigin({
  groups,
  boxes,
  edges,
}: Omit<PlacedGraph, 'width' | 'height'>): PlacedGraph {
  const left = Math.min(...groups.map(({ x }) => x));
  const top = Math.min(...groups.map(({ y }) => y));
  const move = <T extends Point>(item: T): T => ({ ...item, x: item.x - left, y: item.y - top });
  return {
    width: Math.max(...groups.map(({ x, width }) => x + width)) - left,
    height: Math.max(...groups.map(({ y, height }) => y + height)) - top,
    groups: groups.map(move),
    boxes: boxes.map(move),
    edges: edges.map(({ edge, start, end }) => ({ edge, start: move(start), end: move(end) })),
  };
}
