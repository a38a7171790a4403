/** A word as POSIX shells read it: bare where nothing in it means anything to them, else in single quotes. */
export function quoteForShell(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
