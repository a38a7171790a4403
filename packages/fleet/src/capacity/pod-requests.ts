import type { JsonObject, Pool } from '../model.ts';
import { type Amounts, readQuantity, sumAmounts } from './amounts.ts';

/** What one pod of a pool requests: the runner, and the docker sidecar where there is one. */
export function podRequests({ docker, resources, dockerResources }: Pool): Amounts {
  const sidecar = docker.mode === 'sidecar' ? dockerResources : undefined;
  return sumAmounts([containerRequests(resources), containerRequests(sidecar)]);
}

// The API server takes a limit for the request where the request is missing.
function containerRequests(resources: JsonObject | undefined): Amounts {
  const { limits, requests } = (resources ?? {}) as Record<string, JsonObject | null | undefined>;
  const written = Object.entries({ ...limits, ...requests });
  return Object.fromEntries(written.map(([name, size]) => [name, readQuantity(size)]));
}
