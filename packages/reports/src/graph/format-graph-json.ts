import type { FleetGraph } from './model/fleet-graph.ts';

/** The graphs for scripts, with every pool. */
export function formatGraphJson(graphs: readonly FleetGraph[]): string {
  const document = {
    version: 1,
    fleet: graphs[0]?.fleet,
    environments: graphs.map(({ environment, groups, nodes, edges }) => ({
      name: environment,
      groups,
      nodes,
      edges,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
