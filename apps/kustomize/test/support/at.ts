/** What stands at a path in plain data; `undefined` where the way ends before. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path)
    current = (current as Record<string | number, unknown> | undefined)?.[step];
  return current;
}
