/** A path through plain data. */
export type Steps = readonly (string | number)[];

/** The path of everything in a value that holds nothing further: scalars, and maps and lists without content. */
export function leaves(value: unknown, path: Steps = []): Steps[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  if (children.length === 0) return [path];
  return children.flatMap(([step, child]) => leaves(child, [...path, step]));
}

/** The same value with another one at a path. */
export function replaceAt(value: unknown, [step, ...rest]: Steps, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replaceAt(item, rest, by) : item));
  }
  const map = value as Record<string, unknown>;
  return { ...map, [step]: replaceAt(map[step], rest, by) };
}
