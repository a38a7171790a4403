import { exampleFleet } from '@fleetc/fleet';

/** A whole fleet.yaml with one pool of these fields, about which there is nothing else to say. */
export function examplePool(fields: string): string {
  return exampleFleet(`registry: { direct: [docker.io] }
pools:
  ci:
    resources: { requests: { cpu: 500m, memory: 1Gi } }
    ${fields}`);
}
