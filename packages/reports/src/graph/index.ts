export { formatGraphJson } from './format-graph-json.ts';
export { formatGraphMermaid } from './mermaid/format-graph-mermaid.ts';
export { createGraph } from './model/create-graph.ts';
export type * from './model/fleet-graph.ts';
export { foldPools, mostPoolsDrawn } from './model/fold-pools.ts';
export { formatGraphSvg } from './svg/format-graph-svg.ts';
