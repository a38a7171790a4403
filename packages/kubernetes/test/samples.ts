import fc from 'fast-check';
import { instances } from './instances.ts';
import type { SchemaPath } from './schema-paths.ts';
import { openPaths, resolve, schemas } from './schemas.ts';

/** Valid values of a schema that hold a path. */
export function valuesWith(id: string, path: SchemaPath): fc.Arbitrary<unknown> {
  return instances(resolve, id, schemas.get(id)!, path);
}

/** Valid values of a schema, of every size, that favour no field. */
export function valuesOf(id: string): fc.Arbitrary<unknown> {
  return fc.constantFrom(...openPaths(id)).chain((path) => valuesWith(id, path));
}

/** One value for every field of a schema; the same ones in each run. */
export function* sampleEachField(id: string): Generator<{ path: SchemaPath; value: unknown }> {
  for (const [seed, path] of openPaths(id).entries()) {
    yield { path, value: fc.sample(valuesWith(id, path), { seed, numRuns: 1 })[0] };
  }
}
