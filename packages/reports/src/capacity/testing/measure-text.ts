import { compile } from '@fleetc/core';
import { exampleFleet } from '@fleetc/fleet';
import { type EnvironmentCapacity, environmentCapacity } from '../environment-capacity.ts';

/** Every environment of the fleet that some blocks, filled up as in the examples of rules, stand for. */
export async function measureText(blocks: string): Promise<EnvironmentCapacity[]> {
  const { environments, diagnostics } = await compile({
    path: 'fleet.yaml',
    text: exampleFleet(blocks),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return environments.map(({ fleet }) => environmentCapacity(fleet));
}

/** One of everything that the forms show. */
export const everything = `registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { from: { existing: true } } } }
  web-app: { app: { id: 1, installationId: 2, secret: { from: { existing: true } } } }
controller: { credentials: github }
scopes:
  acme: { organization: acme }
  web: { repository: acme/web, credentials: web-app }
profiles:
  default: { resources: { requests: { cpu: 750m, memory: 1.5Gi }, limits: { nvidia.com/gpu: 1 } } }
pools:
  build:
    scopes: [acme, web]
    docker: none
    autoscale: { min: 1, max: 60, on: { busy: {} } }
    workVolume: { size: 20Gi }
  cache:
    scope: acme
    kind: set
    replicas: 3
    volumes: { cache: { mountPath: /c, size: 50Gi, storageClass: fast } }
    patch: { runner: { dockerMTU: 1400 } }
  jobs:
    scope: acme
    autoscale: { min: 0, max: 8, on: { queued: { repositories: [web] } } }
`;
