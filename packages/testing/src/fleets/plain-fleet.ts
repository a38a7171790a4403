const head = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
scopes:
  web: { repository: acme/web }
`;

const resources = 'resources: { requests: { cpu: 500m, memory: 1Gi } }';

/** A fleet without findings: one token from a variable, one repository, one pool. */
export const plainFleet = `${head}pools:
  ci:
    replicas: 2
    ${resources}
`;

/** As `plainFleet`, with a second pool that is scaled. */
export const scaledFleet = `${head}profiles:
  default:
    ${resources}
pools:
  build:
    labels: [build]
    autoscale: { min: 1, max: 4, scaleDownDelay: 5m, on: { busy: { up: 0.75, down: 0.25 } } }
  ci:
    labels: [ci]
    replicas: 2
`;

/** Gives one of these fleets two environments that differ in one number. */
export function withEnvironments(fleet: string): string {
  return `${fleet}environments:
  production: {}
  staging: { override: { pools: { ci: { replicas: 1 } } } }
`;
}

/** A file that SOPS encrypted, by its form, for `plainFleet`; nobody can open it. */
export const encryptedToken = `apiVersion: v1
kind: Secret
metadata: { name: controller-manager, namespace: actions-runner-system }
stringData:
    github_token: ENC[AES256_GCM,data:cGxhY2U=,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]
sops:
    mac: ENC[AES256_GCM,data:bWFj,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]
    lastmodified: "2026-01-01T00:00:00Z"
    encrypted_regex: ^(data|stringData)$
    version: 3.9.0
`;
