import { plainFleet, withEnvironments } from '@fleetc/testing/plain-fleet';

/** Two environments that differ in one number. */
export const fleetWithEnvironments = withEnvironments(plainFleet);

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
