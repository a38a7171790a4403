/** A fleet without findings: one token from a variable, one repository, one pool. */
export const plainFleet = `apiVersion: fleetc.dev/v1
kind: Fleet
metadata: { name: acme }
controller: { credentials: github }
registry: { direct: [docker.io] }
credentials:
  github: { pat: { secret: { name: controller-manager, from: { env: ACME_TOKEN } } } }
scopes:
  web: { repository: acme/web }
pools:
  ci:
    replicas: 2
    resources: { requests: { cpu: 500m, memory: 1Gi } }
`;

/** Two environments that differ in one number. */
export const fleetWithEnvironments = `${plainFleet}environments:
  production: {}
  staging: { override: { pools: { ci: { replicas: 1 } } } }
`;

/** The same fleet with annotations, as a flow map. */
export function annotate(fleet: string, annotations: Readonly<Record<string, string>>): string {
  return fleet.replace(
    '{ name: acme }',
    `{ name: acme, annotations: ${JSON.stringify(annotations)} }`,
  );
}

/** The list that kustomize writes for a generator: the functionConfig, and a copy of it among the items. */
export function listFor(fleet: string, items: readonly string[] = []): string {
  return [
    'apiVersion: config.kubernetes.io/v1',
    'kind: ResourceList',
    'items:',
    ...[...items, fleet].map((item) => `- ${indent(item)}`),
    'functionConfig:',
    `  ${indent(fleet)}`,
    '',
  ].join('\n');
}

function indent(text: string): string {
  return text.trimEnd().replaceAll('\n', '\n  ');
}
