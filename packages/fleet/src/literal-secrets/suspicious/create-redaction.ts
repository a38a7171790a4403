import { createOverwrite, formsOf } from '../overwrite-forms.ts';

/** Takes out of a text what no message may show. */
export type Redact = (text: string) => string;

/** Overwrites every occurrence of the values, as they are or as JSON writes them, with as many `x`. */
export function createRedaction(values: readonly string[]): Redact {
  return createOverwrite(values.flatMap(formsOf), { keepsBlanks: false });
}
