import type { CatalogueEntry } from './catalogue.ts';
import { findTakers, type Wish } from './find-takers.ts';
import { canMeet } from './scope-reach.ts';

/** What to write into a workflow to reach the runners of an entry. */
export interface Suggestion extends Wish {
  /** Other pools that take the same jobs, because nothing tells them apart. */
  readonly sharedWith: readonly string[];
}

/** All labels of the pool, and its runner group where only that keeps other pools out. */
export function suggestRunsOn(
  entry: CatalogueEntry,
  entries: readonly CatalogueEntry[],
): Suggestion {
  const labels = ['self-hosted', ...entry.labels.filter((label) => !isSelfHosted(label))];
  const plain = suggest(entry, entries, { labels });
  if (plain.sharedWith.length === 0 || entry.group === undefined) return plain;
  const grouped = suggest(entry, entries, { group: entry.group, labels });
  return grouped.sharedWith.length < plain.sharedWith.length ? grouped : plain;
}

/** Writes `runs-on` as one line of YAML, without the key. */
export function formatRunsOn({ labels, group }: Wish): string {
  const list = `[${labels.map(quote).join(', ')}]`;
  return group === undefined ? list : `{ group: ${quote(group)}, labels: ${list} }`;
}

function suggest(
  { pool, scope }: CatalogueEntry,
  entries: readonly CatalogueEntry[],
  wish: Wish,
): Suggestion {
  const others = findTakers(entries, wish).sure.filter(
    (other) => other.pool !== pool && canMeet(other.scope.target, scope.target),
  );
  return { ...wish, sharedWith: [...new Set(others.map((other) => other.pool))].sort() };
}

function isSelfHosted(label: string): boolean {
  return label.toLowerCase() === 'self-hosted';
}

// JSON strings are YAML strings; whatever might be read as anything else is written as one.
function quote(text: string): string {
  const isWord =
    /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|[yn])$/i.test(text);
  return isWord ? text : JSON.stringify(text);
}
