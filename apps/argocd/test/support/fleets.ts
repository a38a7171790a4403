/** A fleet without findings: one token from a variable, one repository, two pools of which one is scaled. */
export const plainFleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
scopes:
  web: { repository: acme/web }
profiles:
  default:
    resources: { requests: { cpu: 500m, memory: 1Gi } }
pools:
  build:
    labels: [build]
    autoscale: { min: 1, max: 4, scaleDownDelay: 5m, on: { busy: { up: 0.75, down: 0.25 } } }
  ci:
    labels: [ci]
    replicas: 2
`;

/** Two environments that differ in one number. */
export const fleetWithEnvironments = `${plainFleet}environments:
  production: {}
  staging: { override: { pools: { ci: { replicas: 1 } } } }
`;

/** A repository with a fleet in the folder of the application. */
export function inRepository(fleet: string): Record<string, string> {
  return { 'apps/ci/fleet.yaml': fleet, 'README.md': '# infra\n' };
}
