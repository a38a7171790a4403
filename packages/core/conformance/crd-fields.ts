import { type JsonSchema, readCrd } from '@fleetc/testing';
import type { FieldPath } from './coverage.ts';

/** Where a CRD hands over to Kubernetes' own types, whose insides the language takes as they are. */
const foreignTypes: readonly FieldPath[] = [
  'spec.selector',
  'spec.template.metadata',
  'spec.template.spec.workVolumeClaimTemplate',
  'spec.workVolumeClaimTemplate',
  'spec.volumeClaimTemplates',
  'spec.updateStrategy',
  'spec.persistentVolumeClaimRetentionPolicy',
  'spec.ordinals',
];

/** The one map on the level of a pod's fields that is ARC's own. */
const ownOnPodLevel = 'githubAPICredentialsFrom';

/** Every field below `spec` of a CRD: ARC's own to the end, a pod's and a StatefulSet's by their names. */
export function crdFields(plural: string): FieldPath[] {
  return fieldsOf('spec', readCrd(plural).schema.properties!['spec']!);
}

function fieldsOf(path: FieldPath, schema: JsonSchema): FieldPath[] {
  if (isForeign(path)) return [path];
  if (schema.items) return fieldsOf(`${path}[]`, schema.items as JsonSchema);
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return [path.replace(/\[\]$/, '')];
  return properties.flatMap(([name, inner]) => fieldsOf(`${path}.${name}`, inner));
}

function isForeign(path: FieldPath): boolean {
  const [, podField] = /^spec\.template\.spec\.(\w+)/.exec(path) ?? [];
  if (podField !== undefined) return podField !== ownOnPodLevel;
  return foreignTypes.includes(path);
}
