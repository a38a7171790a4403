/** Two credentials, three scopes, two namespaces, a proxy with a login, and every docker mode that shows. */
export const richFleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { namespace: arc, watch: cluster, credentials: bot }
credentials:
  bot: { pat: { secret: { name: bot-token, from: { env: BOT } } } }
  app: { app: { id: 12, installationId: 34, secret: { name: app-key, from: { existing: true } } } }
  pull: { registry: { server: harbor.acme.test, username: robot, secret: { name: pull, from: { existing: true } } } }
  spare: { registry: { server: ghcr.io, username: robot, secret: { name: spare, from: { existing: true } } } }
registry:
  proxy: { harbor: { host: harbor.acme.test, projects: { docker.io: hub } } }
  direct: [quay.io, ghcr.io]
  pullSecrets: [pull]
scopes:
  inc: { enterprise: acme-inc }
  org: { organization: acme, runnerGroup: platform, credentials: app }
  web: { repository: acme/web, credentials: app }
pools:
  build:
    scopes: [org, web]
    labels: [build, x64]
    autoscale: { min: 1, max: 8, scaleDownDelay: 10m, on: { busy: {} } }
    resources: &resources { requests: { cpu: 500m, memory: 1Gi } }
  plain:
    scope: inc
    namespace: quiet
    runnerGroup: few
    docker: none
    replicas: 2
    resources: *resources
  rootless:
    scope: org
    namespace: quiet
    docker: rootless
    resources: *resources
`;

/** One of each: small enough to read its picture as text. */
export const smallFleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: bot }
registry: { direct: [docker.io, ghcr.io], pullSecrets: [hub] }
credentials:
  bot: { pat: { secret: { name: bot-token, from: { env: BOT } } } }
  hub: { registry: { server: docker.io, username: acme, secret: { name: hub, from: { existing: true } } } }
scopes:
  org: { organization: acme }
pools:
  ci:
    replicas: 2
    runnerGroup: 'a "group"'
    image: ghcr.io/acme/runner:v1-ubuntu-22.04
    docker: { sidecar: { image: docker:28-dind } }
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;

/** Fleet of so many pools, each second one at another scope and each third one in another namespace. */
export function manyPools(count: number): string {
  const pools = Array.from({ length: count }, (_, index) => {
    const name = `pool-${String(index).padStart(3, '0')}`;
    const scope = ['left', 'right'][index % 2];
    const namespace = ['one', 'two', 'two'][index % 3];
    return `  ${name}: { scope: ${scope}, namespace: ${namespace}, replicas: 2, resources: { requests: { cpu: 1, memory: 1Gi } } }\n`;
  });
  return `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: many }
controller: { watch: cluster, credentials: bot }
registry: { direct: [docker.io] }
credentials: { bot: { pat: { secret: { name: bot-token, from: { env: BOT } } } } }
scopes:
  left: { organization: left }
  right: { organization: right }
pools:
${pools.join('')}`;
}
