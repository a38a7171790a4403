/** The keywords of the schema that say which keys a map may have. */
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The definitions that are the language's own; the others are fields of Kubernetes, whose order is the writer's. */
const ownDefinitions: ReadonlySet<string> = new Set(['Pool', 'SecretSource']);

/** The maps of a fleet whose keys are not in the order of the schema, which the reference page shows, by their paths. */
export function findUnordered(root: Schema, fleet: unknown): string[] {
  return visit(fleet, [root], []);

  function visit(value: unknown, schemas: readonly Schema[], path: readonly string[]): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const forms =
      path[2] === 'override' && path.length === 3
        ? [root]
        : schemas.flatMap(formsOf).filter((form) => fits(form, value));
    const known = forms.flatMap(({ properties = {} }) => Object.keys(properties));
    const ranks = Object.keys(value).map((key) => known.indexOf(key));
    const ordered = ranks.filter((rank) => rank >= 0);
    const isWrong = ordered.some((rank, index) => rank < (ordered[index - 1] ?? 0));
    const below = Object.entries(value).flatMap(([key, child]) => {
      const inner = forms.flatMap((form) => stepInto(form, key, Array.isArray(value)));
      return visit(child, inner, [...path, key]);
    });
    return isWrong && !Array.isArray(value) ? [path.join(' '), ...below] : below;
  }

  function formsOf(schema: Schema): Schema[] {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.slice('#/definitions/'.length);
      return ownDefinitions.has(name) ? formsOf(root.definitions![name]!) : [];
    }
    if (schema.anyOf) return schema.anyOf.flatMap(formsOf);
    const cases = (schema.allOf ?? []).filter((part) => part.if?.properties && part.then);
    return cases.length > 0 ? cases.map(({ then }) => then!) : [schema];
  }

  function stepInto(form: Schema, key: string, isList: boolean): Schema[] {
    const { items, properties = {}, additionalProperties } = form;
    const found = isList ? items : (properties[key] ?? additionalProperties);
    return typeof found === 'object' ? [found] : [];
  }
}

/** A word of the value may say which of several forms it has. */
function fits({ properties = {} }: Schema, value: object): boolean {
  return Object.entries(properties).every(([key, { const: word }]) => {
    const said = (value as Readonly<Record<string, unknown>>)[key];
    return word === undefined || said === undefined || word === said;
  });
}
