import type { Thing } from '../read/thing.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { hiddenTexts, hideSecrets } from './hide-secrets.ts';
import type { Pair } from './pair.ts';

/** Where the two things of a pair differ; nothing of it is a secret. A pair of one has no such places. */
export function comparePair({ before, after }: Pair): Difference[] {
  if (!before || !after) return [];
  const differences = compareContents(before, after);
  // Of a text nobody can tell which part matters.
  if (typeof contentOf(after) === 'string' && differences.length > 0) {
    return [{ path: [], isHidden: true }];
  }
  return hideSecrets(differences);
}

/** Every text of a pair that its differences hide. */
export function secretsOf({ before, after }: Pair): string[] {
  return before && after ? hiddenTexts(compareContents(before, after)) : [];
}

function compareContents(before: Thing, after: Thing): Difference[] {
  return compareValues(contentOf(before), contentOf(after));
}

function contentOf(thing: Thing): unknown {
  if (thing.type === 'object') return thing.object;
  if (thing.type === 'file') return thing.content;
  const { chart, source, values } = thing;
  return { chart, ...source, values };
}
