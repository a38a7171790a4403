import type { Path } from '@fleetc/diagnostics';
import type { z } from 'zod';

/** A zod schema seen through its definition, which is how its parts are reached. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** The keys that the language knows in the map at `path`; of a union, those of all its maps. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  const { type, innerType, shape, valueType, element, options } =
    schema.def as unknown as Definition;
  if (innerType) return knownKeys(innerType, path);
  if (options) return [...new Set(options.flatMap((option) => knownKeys(option, path)))];
  if (path.length === 0) return type === 'object' ? Object.keys(shape ?? {}) : [];
  const [step, ...rest] = path;
  const child = shape?.[String(step)] ?? valueType ?? element;
  return child ? knownKeys(child, rest) : [];
}
