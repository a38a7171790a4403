import fc from 'fast-check';
import { fieldNames, holdBranches } from './branches.ts';
import type { JsonSchema, Resolve } from './json-schema.ts';
import { isRefused, type SchemaPath } from './schema-paths.ts';

/** How a schema reaches those inside it. */
interface Inside {
  readonly resolved: (schema: JsonSchema) => JsonSchema;
  readonly values: (schema: JsonSchema, path: SchemaPath) => fc.Arbitrary<unknown>;
}

/**
 * Valid instances of a schema that hold the given path. Off the path an object has its required fields and at most one
 * other, so that an instance stays small however deep its path goes.
 */
export function instances(resolve: Resolve, base: string, schema: JsonSchema, path: SchemaPath) {
  const target = resolve(base, schema);
  const inside: Inside = {
    resolved: (next) => resolve(target.base, next).schema,
    values: (next, rest) => instances(resolve, target.base, next, rest),
  };
  const open = withoutRefused(target.schema, inside);
  return valuesOf(open, path, inside).map((value) => holdBranches(open, value));
}

function withoutRefused(schema: JsonSchema, { resolved }: Inside): JsonSchema {
  if (!schema.properties) return schema;
  const open = Object.entries(schema.properties).filter(([, next]) => !isRefused(resolved(next)));
  return { ...schema, properties: Object.fromEntries(open) };
}

function valuesOf(schema: JsonSchema, path: SchemaPath, inside: Inside): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const types = typesFor(schema, path[0]);
  return fc.oneof(...types.map((type) => forms[type]!(schema, path, inside)));
}

function typesFor(schema: JsonSchema, step: string | undefined): readonly string[] {
  if (step === '[]') return ['array'];
  if (step !== undefined) return ['object'];
  return [schema.type!].flat() as string[];
}

const forms: Readonly<
  Record<string, (s: JsonSchema, path: SchemaPath, inside: Inside) => fc.Arbitrary<unknown>>
> = {
  object: (schema, path, inside) =>
    schema.properties ? objects(schema, path, inside) : maps(schema, path, inside),
  array: arrays,
  string: strings,
  integer: ({ minimum = -(2 ** 31), maximum = 2 ** 31 - 1 }) =>
    fc.oneof(
      fc.integer({ min: Math.max(minimum, -2), max: Math.min(maximum, Math.max(minimum, 0) + 9) }),
      fc.constantFrom(minimum, maximum),
    ),
  boolean: () => fc.boolean(),
};

function objects(schema: JsonSchema, [head, ...rest]: SchemaPath, inside: Inside) {
  const properties = schema.properties!;
  return fc
    .record({ extra: fc.constantFrom(undefined, ...Object.keys(properties)), pick: fc.nat(99) })
    .chain(({ extra, pick }) => {
      const names = fieldNames(schema, { head, extra, pick });
      return fc.record(
        Object.fromEntries(
          names.map((name) => [name, inside.values(properties[name]!, name === head ? rest : [])]),
        ),
      );
    });
}

function maps(schema: JsonSchema, path: SchemaPath, inside: Inside) {
  const { additionalProperties: values = true, propertyNames } = schema;
  const keys = propertyNames
    ? inside.values(propertyNames, [])
    : fc.string({ minLength: 1, maxLength: 6 });
  const items =
    typeof values === 'object'
      ? inside.values(values, path.slice(1))
      : fc.jsonValue({ maxDepth: 1 });
  const minKeys = path.length > 0 ? 1 : 0;
  return fc.dictionary(keys as fc.Arbitrary<string>, items, {
    minKeys,
    maxKeys: 2,
    noNullPrototype: true,
  });
}

function arrays(schema: JsonSchema, path: SchemaPath, inside: Inside) {
  const { minItems = 0, maxItems = 2, 'x-unique-by': keys } = schema;
  const items = inside.values(schema.items as JsonSchema, path.slice(1));
  const options = {
    minLength: Math.max(minItems, path.length > 0 ? 1 : 0),
    maxLength: Math.max(maxItems, minItems),
  };
  if (!keys) return fc.array(items, options);
  const { properties = {} } = inside.resolved(schema.items as JsonSchema);
  const selector = (item: unknown) =>
    keys.map((key) => (item as Record<string, unknown>)[key] ?? properties[key]?.default).join();
  return fc.uniqueArray(items, { ...options, selector });
}

// Built once for each pattern, because fast-check takes long to read one.
const texts = new Map<string, fc.Arbitrary<string>>();

function strings({ pattern, minLength = 0, maxLength = 253, examples = [] }: JsonSchema) {
  if (pattern === undefined) return fc.string({ minLength, maxLength: Math.max(minLength, 8) });
  const known = texts.get(pattern);
  if (known) return known.filter((text) => text.length <= maxLength);
  const made = matching(
    pattern,
    examples.filter((example) => typeof example === 'string'),
  );
  texts.set(pattern, made);
  return made.filter((text) => text.length <= maxLength);
}

function matching(pattern: string, examples: readonly string[]): fc.Arbitrary<string> {
  // Assertions about what follows are beyond fast-check; such patterns rest on their examples.
  if (/\(\?[=!]/.test(pattern)) return fc.constantFrom(...examples);
  return fc.oneof(fc.constantFrom(...examples), fc.stringMatching(new RegExp(pattern, 'u')));
}
