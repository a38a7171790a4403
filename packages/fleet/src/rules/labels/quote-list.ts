/** Quoted texts as one reads them out: `"a", "b" and "c"`. */
export function quoteList(texts: readonly string[], last: 'and' | 'or' = 'and'): string {
  const quoted = texts.map((text) => `"${text}"`);
  const end = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} ${last} ${end}` : end;
}
