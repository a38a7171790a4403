/** The keywords of JSON Schema that `schemas/` and the CRDs use. */
export interface JsonSchema {
  readonly '$id'?: string;
  readonly '$ref'?: string;
  readonly 'type'?: string | readonly string[];
  readonly 'properties'?: Readonly<Record<string, JsonSchema>>;
  readonly 'required'?: readonly string[];
  readonly 'additionalProperties'?: boolean | JsonSchema;
  readonly 'propertyNames'?: JsonSchema;
  readonly 'items'?: JsonSchema | readonly JsonSchema[];
  readonly 'enum'?: readonly unknown[];
  readonly 'const'?: unknown;
  readonly 'pattern'?: string;
  readonly 'minimum'?: number;
  readonly 'maximum'?: number;
  readonly 'minLength'?: number;
  readonly 'maxLength'?: number;
  readonly 'minItems'?: number;
  readonly 'maxItems'?: number;
  readonly 'oneOf'?: readonly JsonSchema[];
  readonly 'allOf'?: readonly JsonSchema[];
  readonly 'anyOf'?: readonly JsonSchema[];
  readonly 'not'?: JsonSchema;
  readonly 'if'?: JsonSchema;
  readonly 'then'?: JsonSchema;
  readonly 'format'?: string;
  readonly 'nullable'?: boolean;
  readonly 'default'?: unknown;
  readonly 'examples'?: readonly unknown[];
  readonly 'definitions'?: Readonly<Record<string, JsonSchema>>;
  readonly 'x-words'?: string;
  readonly 'x-unique-by'?: readonly string[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}
