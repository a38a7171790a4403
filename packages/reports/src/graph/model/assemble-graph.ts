import type { EdgeMeaning, FleetGraph, GraphEdge, GraphGroup, GraphNode } from './fleet-graph.ts';

/** What one kind of thing adds to a graph; its edges may reach nodes of other parts. */
export interface GraphPart {
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Joins parts into a graph with the order that `FleetGraph` promises. */
export function assembleGraph(
  about: Pick<FleetGraph, 'fleet' | 'environment' | 'foldedPools'>,
  parts: readonly GraphPart[],
): FleetGraph {
  const filled = new Set(parts.flatMap(({ nodes }) => nodes.map(({ group }) => group)));
  const groups = parts
    .flatMap((part) => part.groups)
    .filter(({ id }) => filled.has(id))
    .sort((a, b) => columns.indexOf(a.kind) - columns.indexOf(b.kind));
  const all = parts.flatMap(({ nodes }) => nodes);
  const nodes = groups.flatMap(({ id }) => all.filter(({ group }) => group === id).sort(byName));
  const edges = sortEdges(
    parts.flatMap((part) => part.edges),
    nodes,
  );
  return { ...about, groups, nodes, edges };
}

const columns: readonly GraphGroup['kind'][] = [
  'credentials',
  'scopes',
  'namespace',
  'images',
  'logins',
];

function byName(a: GraphNode, b: GraphNode): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

const meanings: readonly EdgeMeaning[] = [
  'authenticates',
  'served-by',
  'runs',
  'needs',
  'pulled-with',
];

/** Keeps one edge between two nodes: a pool that runs an image may need it for its sidecar as well. */
function sortEdges(edges: readonly GraphEdge[], nodes: readonly GraphNode[]): GraphEdge[] {
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const ends = ({ from, to }: GraphEdge) => places.get(from)! * nodes.length + places.get(to)!;
  const unique = new Map<number, GraphEdge>();
  for (const edge of edges.toSorted(byMeaning)) {
    if (!unique.has(ends(edge))) unique.set(ends(edge), edge);
  }
  return [...unique].sort(([a], [b]) => a - b).map(([, edge]) => edge);
}

function byMeaning(a: GraphEdge, b: GraphEdge): number {
  return meanings.indexOf(a.meaning) - meanings.indexOf(b.meaning);
}
