import { assembleGraph } from './assemble-graph.ts';
import { formatRunners } from './describe-pool.ts';
import type { FleetGraph, GraphNode, RunnerCount } from './fleet-graph.ts';
import { nodeId } from './node-id.ts';

/** How many pools a picture shows one by one. */
export const mostPoolsDrawn = 60;

/** Above `mostPoolsDrawn`, joins the pools of one namespace that serve the same scopes into one node with their number. */
export function foldPools(graph: FleetGraph): FleetGraph {
  const pools = graph.nodes.filter(({ kind }) => kind === 'pool');
  if (pools.length <= mostPoolsDrawn) return graph;
  const replacements = new Map<string, GraphNode>();
  for (const [place, alike] of groupAlike(graph, pools)) {
    if (alike.length < 2) continue;
    const node = joinPools(place, alike);
    for (const { id } of alike) replacements.set(id, node);
  }
  return replaceNodes(graph, replacements);
}

/** Pools by the scopes and the namespace that they have in common, in words. */
function groupAlike({ edges }: FleetGraph, pools: readonly GraphNode[]): Map<string, GraphNode[]> {
  const scopes = new Map<string, string>();
  for (const { from, to, meaning } of edges) {
    if (meaning === 'served-by') scopes.set(to, `${scopes.get(to) ?? 'of'} ${from}`);
  }
  const alike = new Map<string, GraphNode[]>();
  for (const pool of pools) {
    const place = `${scopes.get(pool.id) ?? 'of none'} in ${pool.group}`;
    alike.set(place, [...(alike.get(place) ?? []), pool]);
  }
  return alike;
}

function joinPools(place: string, pools: readonly GraphNode[]): GraphNode {
  const [first, last] = [pools[0]!, pools.at(-1)!];
  const runners = pools.reduce(addRunners, { min: 0, max: 0 });
  return {
    id: nodeId('pool', place),
    kind: 'pool',
    group: first.group,
    name: `${first.name} … ${last.name}`,
    label: `${pools.length} pools`,
    details: [formatRunners(runners), `${first.name} … ${last.name}`],
    runners,
  };
}

function addRunners({ min, max }: RunnerCount, { runners }: GraphNode): RunnerCount {
  return { min: min + (runners?.min ?? 0), max: max + (runners?.max ?? 0) };
}

function replaceNodes(
  { fleet, environment, groups, nodes, edges }: FleetGraph,
  replacements: ReadonlyMap<string, GraphNode>,
): FleetGraph {
  const newId = (id: string) => replacements.get(id)?.id ?? id;
  const part = {
    groups,
    nodes: [...new Set(nodes.map((node) => replacements.get(node.id) ?? node))],
    edges: edges.map((edge) => ({ ...edge, from: newId(edge.from), to: newId(edge.to) })),
  };
  return assembleGraph({ fleet, environment, foldedPools: replacements.size }, [part]);
}
