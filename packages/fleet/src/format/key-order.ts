import type { z } from 'zod';
import { isPlain } from '../resolve/plain.ts';
import { fleetSchema } from '../schema/fleet.schema.ts';
import { definitionOf, schemasAt } from '../shape/schemas-at.ts';

/** In which order the keys of a map are written, and those of what is below it. */
export interface KeyOrder {
  /** The place of a key; the same one for all keys that the language does not know, which keep theirs. */
  readonly rank: (key: string) => number;
  readonly below: (step: string | number) => KeyOrder;
}

/** The order of the reference page. Names of one's own and raw fields of Kubernetes keep the order that they have. */
export function referenceOrder(value: unknown): KeyOrder {
  return orderOf([fleetSchema], value, []);
}

/** Every key stays where it is. */
export const orderAsWritten: KeyOrder = { rank: () => 0, below: () => orderAsWritten };

type Steps = readonly (string | number)[];

function orderOf(schemas: readonly z.ZodType[], value: unknown, path: Steps): KeyOrder {
  const known = schemas.flatMap((schema) =>
    schemasAt(schema, [], value).flatMap((form) => Object.keys(definitionOf(form).shape ?? {})),
  );
  return {
    rank: (key) => (known.includes(key) ? known.indexOf(key) : Number.POSITIVE_INFINITY),
    below(step) {
      const inside = [...path, step];
      const child = isPlain(value) || Array.isArray(value) ? value[step as never] : undefined;
      // An override is a patch on the whole file, which its own schema does not say.
      if (isOverride(inside)) return orderOf([fleetSchema], child, inside);
      const found = schemas.flatMap((schema) => schemasAt(schema, [step], value));
      return orderOf(found, child, inside);
    },
  };
}

function isOverride(path: Steps): boolean {
  return path.length === 3 && path[0] === 'environments' && path[2] === 'override';
}
