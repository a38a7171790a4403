/** The keywords of `fleet.schema.json` that help to write a file. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly pattern?: string };
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The forms that a value may have, each without references and alternatives of its own. */
export function listForms(root: Schema, schema: Schema): readonly Schema[] {
  const { $ref, anyOf } = schema;
  if ($ref !== undefined) {
    const target = root.definitions?.[$ref.slice('#/definitions/'.length)];
    return target ? listForms(root, target) : [];
  }
  return anyOf ? anyOf.flatMap((form) => listForms(root, form)) : [schema];
}

/** The sentence of a field, or of what it refers to. */
export function describeSchema(root: Schema, schema: Schema): string {
  return schema.description ?? listForms(root, schema)[0]?.description ?? '';
}
