/** The keywords of `fleet.schema.json` that help to write a file. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** A sentence for each choice of `enum`. */
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly pattern?: string };
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  /** Keys that, where they are there, say something about others. */
  readonly dependencies?: Readonly<Record<string, Schema>>;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly defaultSnippets?: readonly SchemaSnippet[];
}

/** Something to insert, in the form that editors read from schemas; tab stops stand in its texts and keys. */
export interface SchemaSnippet {
  readonly label: string;
  readonly description?: string;
  readonly body: unknown;
}

/** The forms that a value may have, each without references and alternatives of its own. */
export function listForms(root: Schema, schema: Schema): readonly Schema[] {
  const { $ref, anyOf, allOf = [], type } = schema;
  if ($ref !== undefined) return listForms(root, resolve(root, $ref));
  if (anyOf) return anyOf.flatMap((form) => listForms(root, form));
  if (typeof type === 'object') return type.map((one) => ({ ...schema, type: one }));
  const cases = allOf.filter((part) => part.if?.properties && part.then);
  if (cases.length === 0) return [schema];
  return cases.flatMap((part) =>
    listForms(root, part.then!).map((form) => mergeCase(schema, part.if!, form)),
  );
}

/** Every schema that takes part in a value, those that only refer to others included. */
export function* listParts(root: Schema, schema: Schema): Generator<Schema> {
  yield schema;
  const { $ref, anyOf = [], allOf = [] } = schema;
  const inner = [
    ...($ref === undefined ? [] : [resolve(root, $ref)]),
    ...anyOf,
    ...allOf.flatMap(({ if: condition, then }) => (condition?.properties && then) ?? []),
  ];
  for (const part of inner) yield* listParts(root, part);
}

/** The sentence of a field, or of what it refers to. */
export function describeSchema(root: Schema, schema: Schema): string {
  return schema.description ?? listForms(root, schema)[0]?.description ?? '';
}

function resolve({ definitions }: Schema, reference: string): Schema {
  return definitions?.[reference.slice('#/definitions/'.length)] ?? {};
}

/** What a map is when the words that the condition names stand in it. */
function mergeCase(whole: Schema, condition: Schema, form: Schema): Schema {
  const { allOf: _, ...own } = whole;
  const words = Object.entries(condition.properties ?? {}).map(
    ([key, wanted]) => [key, narrow(own.properties?.[key] ?? {}, wanted)] as const,
  );
  return {
    ...own,
    ...form,
    properties: { ...own.properties, ...form.properties, ...Object.fromEntries(words) },
    required: [...(own.required ?? []), ...(form.required ?? [])],
  };
}

function narrow(field: Schema, { const: word, enum: choices = [word] }: Schema): Schema {
  const { enum: _, enumDescriptions: __, ...rest } = field;
  return choices.length === 1 ? { ...rest, const: choices[0] } : { ...rest, enum: choices };
}
