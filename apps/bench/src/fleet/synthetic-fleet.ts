/** Where runners come from and how they scale, as real fleets mix them: by far the most have a fixed number. */
const scaling = [
  () => 'replicas: 2',
  () => 'replicas: 1',
  () =>
    'autoscale: { min: 1, max: 10, on: { busy: { up: 0.75, down: 0.25, factorUp: 2, factorDown: 0.5 } } }',
  (n: number) =>
    `autoscale: { min: 0, max: 5, on: { queued: { repositories: [repository-${n % 40}] } } }`,
  () =>
    'autoscale: { min: 1, max: 20, on: { busy: { up: 0.8, down: 0.3, addUp: 2, addDown: 1 } } }',
] as const;

const docker = ['sidecar', 'sidecar', 'inRunner', 'none'] as const;

/**
 * A fleet without errors of so many pools: twelve organizations with an App each, five ways to scale, profiles, a registry
 * proxy, and a second environment that holds every tenth pool with other numbers.
 */
export function syntheticFleet(pools: number): string {
  const names = Array.from({ length: pools }, (_, n) => `pool-${n}`);
  return `${head}pools:\n${names.map(describePool).join('')}${environments(names)}`;
}

const scopeNames = Array.from({ length: 12 }, (_, n) => `org-${n}`);

const head = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: bench }
registry:
  proxy: { harbor: { host: harbor.example, projects: { docker.io: hub, quay.io: quay } } }
credentials:
  token: { pat: { secret: { name: controller-manager, from: { existing: true } } } }
${scopeNames.map((_, n) => `  app-${n}: { app: { id: 1000, installationId: ${2000 + n}, secret: { name: app-${n}, from: { existing: true } } } }\n`).join('')}
controller: { credentials: token }
scopes:
${scopeNames.map((name, n) => `  ${name}: { organization: ${name}, credentials: app-${n} }\n`).join('')}
profiles:
  default: { resources: { requests: { cpu: 500m, memory: 1Gi } } }
  large: { resources: { requests: { cpu: "4", memory: 16Gi }, limits: { memory: 16Gi } }, env: { SIZE: large } }
`;

function describePool(name: string, n: number): string {
  return `  ${name}:
    scope: ${scopeNames[n % scopeNames.length]}
    labels: [${name}, linux, x64, zone-${n % 7}]
    ${scaling[n % scaling.length]!(n)}
    docker: ${docker[n % docker.length]}
${n % 3 === 0 ? '    profiles: [large]\n' : ''}`;
}

function environments(names: readonly string[]): string {
  const some = names.filter((_, n) => n % 10 === 0);
  return `environments:
  production: {}
  staging:
    only: [${some.join(', ')}]
    override:
      profiles: { default: { resources: { requests: { cpu: 250m, memory: 512Mi } } } }
`;
}
