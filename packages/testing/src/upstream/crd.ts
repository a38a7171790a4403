import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonSchema } from '../json-schema.ts';
import { readUpstream } from './upstream.ts';

/** What the API server knows about a custom kind. */
export interface Crd {
  readonly schema: JsonSchema;
  /** Accepts what server-side apply with strict field validation would accept. */
  readonly accepts: ValidateFunction;
}

/** Reads one CRD of the ARC chart. */
export function readCrd(plural: string): Crd {
  return readCrdFile(`actions-runner-controller/crds/actions.summerwind.dev_${plural}.yaml`);
}

/** Reads a CRD in its first version that is served, with every object closed: an unknown field is refused, not pruned. */
export function readCrdFile(file: string): Crd {
  const crd = readUpstream(file) as {
    spec: { versions: { served: boolean; schema: { openAPIV3Schema: JsonSchema } }[] };
  };
  const { openAPIV3Schema: root } = crd.spec.versions.find(({ served }) => served)!.schema;
  const closed = close(root);
  // The API server checks the metadata of the object itself by rules of its own.
  const schema = { ...closed, properties: { ...closed.properties, metadata: { type: 'object' } } };
  return { schema, accepts: structuralAjv().compile(schema) };
}

function close(schema: JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, nullable, ...rest } = schema;
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const closes = schema.type === 'object' && additionalProperties === undefined && !isOpen;
  return {
    ...rest,
    ...(nullable && { type: [schema.type as string, 'null'] }),
    ...(properties && { properties: closeAll(properties) }),
    ...(items && { items: close(items as JsonSchema) }),
    ...(closes && { additionalProperties: false }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: close(additionalProperties),
    }),
  };
}

function closeAll(properties: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, close(inner)]),
  );
}

function structuralAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('int32', {
    type: 'number',
    validate: (n) => Math.abs(n) <= 2 ** 31 && n !== 2 ** 31,
  });
  ajv.addFormat('int64', { type: 'number', validate: (n) => Number.isSafeInteger(n) });
  ajv.addFormat('byte', true);
  ajv.addFormat('date-time', isDateTime);
  ajv.addKeyword({ keyword: 'x-kubernetes-list-map-keys', type: 'array', validate: hasUniqueKeys });
  return ajv;
}

// A date such as 30 February parses to another day, which Go's parser refuses.
function isDateTime(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?:Z|[+-]\d{2}:\d{2})$/.exec(
    text,
  );
  if (!parts) return false;
  const day = new Date(`${parts[1]}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(parts[1]!);
}

function hasUniqueKeys(keys: string[], list: Record<string, unknown>[], parent?: object): boolean {
  const { properties } = (parent as JsonSchema).items as JsonSchema;
  const identities = list.map((item) =>
    JSON.stringify(keys.map((key) => item[key] ?? properties?.[key]?.default)),
  );
  return new Set(identities).size === identities.length;
}
