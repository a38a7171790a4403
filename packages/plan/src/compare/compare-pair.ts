import type { Thing } from '../read/thing.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { Pair } from './pair.ts';

/** Where the two things of a pair differ; nothing of it is a secret. A pair of one has no such places. */
export function comparePair({ before, after }: Pair): Difference[] {
  if (!before || !after) return [];
  const differences = compareValues(contentOf(before), contentOf(after));
  // Of a text nobody can tell which part matters.
  if (typeof contentOf(after) === 'string' && differences.length > 0) {
    return [{ path: [], isHidden: true }];
  }
  return hideSecrets(differences);
}

function contentOf(thing: Thing): unknown {
  if (thing.type === 'object') return thing.object;
  if (thing.type === 'file') return thing.content;
  const { chart, source, values } = thing;
  return { chart, ...source, values };
}
