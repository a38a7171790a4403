/** Takes out of a text what no message may show. */
export type Redact = (text: string) => string;

/** Overwrites every occurrence of the values, as they are or as JSON writes them, with as many `x`. */
export function createRedaction(values: readonly string[]): Redact {
  const forms = new Set(values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]));
  // Of two values that begin alike, the longer one has to go first.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) =>
    ordered.reduce(
      (rest, form) => (rest.includes(form) ? rest.replaceAll(form, 'x'.repeat(form.length)) : rest),
      text,
    );
}
