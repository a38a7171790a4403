import type { Path } from '@fleetc/diagnostics';
import type { z } from 'zod';
import { definitionOf, schemasAt } from './schemas-at.ts';

/** The keys that the language knows in the map at `path` of a value; of a union, those of all its maps that may be meant. */
export function knownKeys(schema: z.ZodType, path: Path, value: unknown): string[] {
  const shapes = schemasAt(schema, path, value).map((found) => definitionOf(found).shape ?? {});
  return [...new Set(shapes.flatMap(Object.keys))];
}
