import type { Path } from '@fleetc/diagnostics';
import type { z } from 'zod';
import { isPlain } from '../resolve/plain.ts';

/** A zod schema seen through its definition, which is how its parts are reached. */
export interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

/** The definition behind a schema. */
export function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** The schemas that hold at `path`; of a union, those of all its alternatives, or of the one that the value names. */
export function schemasAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType[] {
  const { innerType, shape, valueType, element, options } = definitionOf(schema);
  if (innerType) return schemasAt(innerType, path, value);
  if (options) {
    return chosenOptions(schema, value).flatMap((option) => schemasAt(option, path, value));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const child = shape?.[String(step)] ?? valueType ?? element;
  const inside = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  return child ? schemasAt(child, rest, inside ?? undefined) : [];
}

// Where the value names no alternative, all of them may be meant.
function chosenOptions(schema: z.ZodType, value: unknown): readonly z.ZodType[] {
  const { options = [], discriminator } = definitionOf(schema);
  if (discriminator === undefined || !isPlain(value)) return options;
  const word = value[discriminator];
  const chosen = options.filter(
    (option) => definitionOf(option).shape?.[discriminator]?.safeParse(word).success,
  );
  return chosen.length > 0 ? chosen : options;
}
