import { z } from 'zod';
import { chosenAlternatives, alternativeNames, type ExclusiveGroup } from '../exclusive.ts';

/** What hover and the reference page show for a field. */
export interface FieldText {
  readonly description: string;
  readonly examples?: readonly unknown[];
  /** What holds when the field is absent, in words. */
  readonly default?: unknown;
}

/** A map with known keys only. */
export function strictMap<S extends z.core.$ZodLooseShape>(title: string, shape: S) {
  return z.strictObject(shape).meta({ title });
}

/** Attaches the words of a field; the last call in a chain, because every other method drops them. */
export function describe<T extends z.ZodType>(
  schema: T,
  description: string,
  ...examples: readonly unknown[]
): T {
  return schema.meta({
    ...schema.meta(),
    description,
    ...(examples.length > 0 && { examples: [...examples] }),
  });
}

/** Issue parameters by which `shape/` recognises a broken exclusive group. */
export interface ExclusiveIssue {
  readonly exclusive: ExclusiveGroup;
  readonly chosen: readonly string[];
}

/** A strict map in which the keys of each group exclude each other. */
export function exclusiveMap<S extends z.core.$ZodLooseShape>(
  title: string,
  shape: S,
  ...groups: readonly ExclusiveGroup[]
) {
  return z
    .strictObject(shape)
    .superRefine((value, context) => {
      for (const group of groups) {
        const chosen = chosenAlternatives(group, value);
        const missing = chosen.length === 0 && group.required;
        const incomplete = chosen.length === 1 && !alternativeNames(group).includes(chosen[0]!);
        if (chosen.length > 1 || missing || incomplete) {
          const params: ExclusiveIssue = { exclusive: group, chosen };
          context.addIssue({ code: 'custom', params: { ...params } });
        }
      }
    })
    .meta({ title, exclusiveGroups: groups.flatMap(groupSchema) });
}

/** The group in JSON Schema's words; `json-schema.ts` moves it to where validators look. */
function groupSchema(group: ExclusiveGroup): object[] {
  const needed = { anyOf: alternativeNames(group).map((key) => ({ required: [key] })) };
  return group.required ? [needed, atMostOne(group)] : [atMostOne(group)];
}

/** Either form says the same; the pairs of many alternatives would be most of the schema. */
function atMostOne({ alternatives }: ExclusiveGroup): object {
  if (alternatives.length > 5) {
    const present = alternatives.flatMap((keys) => keys.map((key) => ({ required: [key] })));
    const each = alternatives.map((keys) =>
      keys.length === 1 ? { required: keys } : { anyOf: keys.map((key) => ({ required: [key] })) },
    );
    return { oneOf: [...each, { not: { anyOf: present } }] };
  }
  const pairs = alternatives.flatMap((left, index) =>
    alternatives
      .slice(index + 1)
      .flatMap((right) => left.flatMap((a) => right.map((b) => ({ required: [a, b] })))),
  );
  return { not: { anyOf: pairs } };
}
