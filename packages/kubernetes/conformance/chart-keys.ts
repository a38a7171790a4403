import { schemaPlaces, type SchemaPath } from '../test/schema-paths.ts';
import { resolve, schemas } from '../test/schemas.ts';

/** Keys that a chart reads itself: not the fields of Kubernetes types, which it hands on, nor those of list items. */
export function chartKeys(id: string): SchemaPath[] {
  return schemaPlaces(id, schemas.get(id)!, resolve, ({ $ref }, path) => {
    return !$ref?.startsWith('kubernetes#') && path.at(-1) !== '[]';
  })
    .map(({ path }) => path)
    .filter((path) => !path.includes('[]') && !path.includes('{}'));
}
