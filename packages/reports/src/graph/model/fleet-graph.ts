/** One environment of a fleet as nodes and edges, from credentials on the left to registry logins on the right. */
export interface FleetGraph {
  readonly fleet: string;
  readonly environment: string;
  /** From left to right as pictures show them; none is empty. */
  readonly groups: readonly GraphGroup[];
  /** In the order of groups, and of names within a group. */
  readonly nodes: readonly GraphNode[];
  /** In the order of the nodes they leave and then of those they reach; at most one between two nodes. */
  readonly edges: readonly GraphEdge[];
  /** How many pools are drawn inside nodes that stand for several. */
  readonly foldedPools: number;
}

/** What belongs side by side: things of one kind, or the pools of one namespace. */
export interface GraphGroup {
  readonly id: string;
  readonly kind: 'credentials' | 'scopes' | 'namespace' | 'images' | 'logins';
  readonly label: string;
}

export type NodeKind = 'credential' | 'scope' | 'pool' | 'image';

/** One thing of the fleet. */
export interface GraphNode {
  /** Unique in the graph, and the same as long as the thing has its name. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The id of its group. */
  readonly group: string;
  /** In full, such as the reference that a cluster pulls. */
  readonly name: string;
  /** The name as a picture shows it. */
  readonly label: string;
  /** Further lines of a picture, the most telling one first. */
  readonly details: readonly string[];
  /** Present on a pool: how many runners it can have, over all of its scopes. */
  readonly runners?: RunnerCount;
}

/** Both bounds are the same where nothing scales. */
export interface RunnerCount {
  readonly min: number;
  readonly max: number;
}

/**
 * What an edge says: a credential authenticates a scope, a scope is served by a pool, a pool runs an image in its runner
 * container and needs others beside it, an image is pulled with a registry login.
 */
export type EdgeMeaning = 'authenticates' | 'served-by' | 'runs' | 'needs' | 'pulled-with';

/** From one node to another, by id. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly meaning: EdgeMeaning;
}
