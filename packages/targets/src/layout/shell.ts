/** A word that every POSIX shell takes as it is meant. */
export function quoteWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command of groups of words that belong on one line, such as an option and its value. Goes on in the next line where
 * it would grow wider than a page of text.
 */
export function formatCommand(...groups: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const group of groups) {
    const longer = line === '' ? group : `${line} ${group}`;
    const isTooLong = longer.length + continuation.length > widest;
    if (isTooLong && line !== '') lines.push(line);
    line = isTooLong && line !== '' ? `  ${group}` : longer;
  }
  return [...lines, line].join(`${continuation}\n`);
}

/** Where a command works. */
export function inNamespace(namespace: string): string {
  return `--namespace ${quoteWord(namespace)}`;
}

/** What brings objects into a cluster; the definitions of ARC are too big for any other way. */
export const apply = 'kubectl apply --server-side';

const continuation = ' \\';
const widest = 100;
