import type { JsonSchema } from '@fleetc/testing';

export type { JsonSchema };

export type Schemas = ReadonlyMap<string, JsonSchema>;

/** A schema together with the file that its `$ref`s start from. */
export interface Located {
  readonly base: string;
  readonly schema: JsonSchema;
}

/** Follows `$ref`s to the schema that is meant. */
export type Resolve = (base: string, schema: JsonSchema) => Located;
