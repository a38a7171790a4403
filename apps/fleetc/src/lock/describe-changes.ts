import type { LockedImages } from '@fleetc/core';

/** What a change of an entry is called. */
export interface ChangeWords {
  readonly added: string;
  readonly updated: string;
  readonly removed: string;
}

/** Lines for standard output, one a changed entry, in the order of names. */
export function describeChanges(
  before: LockedImages,
  after: LockedImages,
  words: ChangeWords,
): string[] {
  const width = Math.max(...Object.values(words).map((word: string) => word.length));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const old = before.get(name)?.digest;
    const young = after.get(name)?.digest;
    if (old === young) return [];
    const [word, rest] = describe(old, young, words);
    return [`${word.padEnd(width)}  ${name}${rest}\n`];
  });
}

function describe(
  old: string | undefined,
  young: string | undefined,
  { added, updated, removed }: ChangeWords,
): [word: string, rest: string] {
  if (young === undefined) return [removed, ''];
  return old === undefined ? [added, `  ${young}`] : [updated, `  ${old} -> ${young}`];
}
