import type { JsonSchema, Resolve } from './json-schema.ts';

/** Steps into a schema: a field's name, `[]` for the items of a list, `{}` for the values of a map. */
export type SchemaPath = readonly string[];

/** Whether a schema refuses every value: a field that is known and must be left out. */
export function isRefused(schema: JsonSchema): boolean {
  return schema.not !== undefined && Object.keys(schema.not).length === 0;
}

/** A place of a schema and what stands there, its `$ref` followed. */
export interface SchemaPlace {
  readonly path: SchemaPath;
  readonly schema: JsonSchema;
}

/** Every place of a schema, parents before children; `within` says where not to go deeper. */
export function schemaPlaces(
  base: string,
  root: JsonSchema,
  resolve: Resolve,
  within: (schema: JsonSchema, path: SchemaPath) => boolean = () => true,
): SchemaPlace[] {
  const found: SchemaPlace[] = [];
  const visit = (from: string, written: JsonSchema, path: SchemaPath): void => {
    const target = resolve(from, written);
    if (path.length > 0) found.push({ path, schema: target.schema });
    if (!within(written, path)) return;
    for (const [step, inner] of children(target.schema)) {
      visit(target.base, inner, [...path, step]);
    }
  };
  visit(base, root, []);
  return found;
}

/** The next steps of a resolved schema. */
function children(schema: JsonSchema): [string, JsonSchema][] {
  const steps = Object.entries(schema.properties ?? {});
  if (schema.items && !isList(schema.items)) steps.push(['[]', schema.items]);
  if (typeof schema.additionalProperties === 'object')
    steps.push(['{}', schema.additionalProperties]);
  return steps;
}

function isList(items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}
