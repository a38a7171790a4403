import type { Change } from './change.ts';
import { secretsOf } from './compare/compare-pair.ts';
import { matchThings } from './compare/pair.ts';
import { concealChanges } from './format/conceal.ts';
import { changesOf } from './meaning/changes-of.ts';
import { readTree } from './read/read-tree.ts';
import { type TargetTree, type Tree, toUnreadable, type Unreadable } from './read/tree.ts';

/** Two trees of one target. */
export interface TreePair {
  readonly target: TargetTree['target'];
  /** What there is; empty when there is nothing yet. */
  readonly before: Tree;
  /** What fleetc builds. */
  readonly after: Tree;
}

/** In what two trees differ, or why nobody can tell. */
export type Comparison =
  { readonly changes: readonly Change[] } | { readonly unreadable: Unreadable };

/**
 * Compares two trees by meaning: what they say about objects, releases and files, not how they say it. No change means
 * that a cluster would not notice, though bytes may differ.
 */
export function compareTrees({ target, before, after }: TreePair): Comparison {
  const young = readTree({ target, files: after });
  try {
    const old = readTree({ target, files: before });
    const pairs = matchThings(old, young);
    return { changes: concealTexts(changesOf(pairs, target), pairs.flatMap(secretsOf)) };
  } catch (error) {
    const unreadable = toUnreadable(error);
    if (!unreadable) throw error;
    return { unreadable };
  }
}

// A value that is hidden in one place may stand in another, where nothing says what it is.
function concealTexts(changes: readonly Change[], texts: readonly string[]): readonly Change[] {
  if (texts.length === 0) return changes;
  const ordered = [...new Set(texts)].sort((a, b) => b.length - a.length);
  return concealChanges(changes, (text) =>
    ordered.reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), text),
  );
}
