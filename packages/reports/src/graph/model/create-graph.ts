import type { Bundle } from '@fleetc/core';
import type { Fleet } from '@fleetc/fleet';
import { assembleGraph } from './assemble-graph.ts';
import { credentialPart } from './credential-part.ts';
import type { FleetGraph } from './fleet-graph.ts';
import { imagePart } from './image-part.ts';
import { poolPart } from './pool-part.ts';
import { scopePart } from './scope-part.ts';

/**
 * Makes the graph of one environment. Images come from the bundle, so that those which `pod` and `patch` bring are
 * there; those of the controller are left out, because nothing in a picture of pools leads to them.
 */
export function createGraph(fleet: Fleet, bundle: Bundle): FleetGraph {
  const about = { fleet: fleet.name, environment: fleet.environment, foldedPools: 0 };
  return assembleGraph(about, [
    credentialPart(fleet),
    scopePart(fleet),
    poolPart(fleet),
    imagePart(fleet, bundle),
  ]);
}
