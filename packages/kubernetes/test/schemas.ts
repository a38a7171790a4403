import { readSchemas, resolveRef } from '../scripts/schema-files.mjs';
import type { Resolve, Schemas } from './json-schema.ts';
import { isRefused, schemaPlaces, type SchemaPath, type SchemaPlace } from './schema-paths.ts';

/** Every schema of the repository, the derived ones included. */
export const schemas = readSchemas() as Schemas;

/** Follows `$ref`s among them. */
export const resolve: Resolve = (base, schema) => {
  if (schema.$ref === undefined) return { base, schema };
  const target = resolveRef(schemas, base, schema.$ref) as ReturnType<Resolve>;
  return resolve(target.base, target.schema);
};

/** Every place of a schema where a value may stand. */
export function openPaths(id: string): SchemaPath[] {
  return placesOf(id).flatMap(({ path, schema }) => (isRefused(schema) ? [] : [path]));
}

/** Every field that a schema knows in order to refuse it. */
export function refusedPaths(id: string): SchemaPath[] {
  return placesOf(id).flatMap(({ path, schema }) => (isRefused(schema) ? [path] : []));
}

const places = new Map<string, SchemaPlace[]>();

function placesOf(id: string): SchemaPlace[] {
  const known = places.get(id) ?? schemaPlaces(id, schemas.get(id)!, resolve);
  places.set(id, known);
  return known;
}
