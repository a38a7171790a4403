/** `"a", "b" and "c"`. */
export function enumerate(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text}"`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' and ');
}
