/** Values that the sentence of each keyword needs; see `scripts/keywords.mjs` for those that ajv does not know. */
interface ErrorParams {
  closed: { unknown: string; known: ReadonlySet<string> };
  choice: { allowed: readonly unknown[]; words: string | null };
  match: { words: string };
  keys: { key: string; words: string };
  forbidden: { words: string };
  exactlyOne: { names: readonly string[] };
  apart: { names: readonly string[] };
  uniqueBy: { index: number; names: readonly string[] };
  required: { missingProperty: string };
  type: { type: string | readonly string[] };
  minimum: { limit: number };
  maximum: { limit: number };
  minItems: { limit: number };
  maxItems: { limit: number };
  minLength: { limit: number };
  maxLength: { limit: number };
  /** Repeats that a branch failed whose own errors are reported too. */
  if: unknown;
}

/** What a generated validator reports; `instancePath` is a JSON pointer. */
export type SchemaError = {
  [K in keyof ErrorParams]: {
    readonly instancePath: string;
    readonly keyword: K;
    readonly params: Readonly<ErrorParams[K]>;
  };
}[keyof ErrorParams];

/** A generated validator: returns whether the value is valid and leaves the errors on itself, as ajv does. */
export interface SchemaCheck {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}
