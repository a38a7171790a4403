import type { JsonSchema } from './json-schema.ts';

type Json = Record<string, unknown>;

/** What an object shall hold besides its required fields. */
export interface Wish {
  /** The field on the path, which has to be there. */
  readonly head: string | undefined;
  /** A field that may be there. */
  readonly extra: string | undefined;
  /** Chooses among fields of which exactly one must be there. */
  readonly pick: number;
}

/** Names of the fields of one instance: the required ones and the wished ones, as far as `oneOf`, `not` and `if` let them. */
export function fieldNames(schema: JsonSchema, { head, extra, pick }: Wish): string[] {
  const groups = (schema.oneOf ?? []).map((branch) => branch.required![0]!);
  const chosen = groups.includes(head ?? '') ? head : groups[pick % groups.length];
  const wished = [extra, head, chosen].filter(
    (name) => name !== undefined && name in schema.properties!,
  );
  const names = new Set([...(schema.required ?? []), ...(wished as string[])]);
  for (const group of groups) if (group !== chosen) names.delete(group);
  for (const pair of apart(schema)) {
    if (pair.every((name) => names.has(name))) names.delete(pair.find((name) => name !== head)!);
  }
  const { required = [] } = schema.if ?? {};
  if (schema.then?.required && required.every((name) => names.has(name))) {
    for (const name of schema.then.required) names.add(name);
  }
  return [...names].sort();
}

/** Fields that must not stand together. */
function apart(schema: JsonSchema): (readonly string[])[] {
  const refused = [schema.not, ...(schema.allOf ?? []).map((part) => part.not)];
  return refused.flatMap((part) => (part?.required ? [part.required] : []));
}

/** Sets what `then` demands of a value for which `if` may hold; our branches demand constants only. */
export function holdBranches(schema: JsonSchema, value: unknown): unknown {
  return schema.then && holds(schema.if!, value) ? withConstants(schema.then, value) : value;
}

function holds(condition: JsonSchema, value: unknown): boolean {
  if (Array.isArray(value)) return value.length >= (condition.minItems ?? 0);
  if (typeof value !== 'object' || value === null) return condition.const === value;
  const object = value as Json;
  const fields = Object.entries(condition.properties ?? {});
  return (
    (condition.required ?? []).every((name) => name in object) &&
    fields.every(([name, inner]) => !(name in object) || holds(inner, object[name]))
  );
}

function withConstants(schema: JsonSchema, value: unknown): unknown {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(value)) {
    const items = (schema.items ?? []) as readonly JsonSchema[];
    return value.map((item: unknown, index) =>
      items[index] ? withConstants(items[index], item) : item,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Json;
  const changed = Object.entries(schema.properties ?? {})
    .filter(([name]) => name in object)
    .map(([name, inner]) => [name, withConstants(inner, object[name])]);
  return { ...object, ...Object.fromEntries(changed) };
}
