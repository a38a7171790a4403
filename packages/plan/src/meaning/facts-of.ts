import { type Fact, isWorkload, type Level } from '../change.ts';
import type { Difference } from '../compare/difference.ts';
import { comparePair } from '../compare/compare-pair.ts';
import { type Pair, thingOf } from '../compare/pair.ts';
import { showValue, withoutName } from '../compare/show-value.ts';
import { formatSteps } from '../compare/step.ts';
import { identify, type Thing } from '../read/thing.ts';
import type { Group } from './group-pairs.ts';
import { levelOf } from './level-of.ts';
import { placeWords } from './place-words.ts';
import { objectTitle } from './subject-of.ts';

/** Whether the two objects of a pair are one with another name. */
export function isRenamed({ before, after }: Pair): boolean {
  return before !== undefined && after !== undefined && identify(before) !== identify(after);
}

/** Every place in which a group differs that exists before and after, the worst first. */
export function factsOf(group: Group): Fact[] {
  const hasRenamed = group.pairs.some((pair) => isRenamed(pair) && makesRunners(thingOf(pair)));
  return group.pairs.flatMap((pair) =>
    pair.before && pair.after
      ? factsOfPair(pair, group, hasRenamed)
      : [wholeFact(thingOf(pair), pair.after ? 'added' : 'removed')],
  );
}

function factsOfPair(pair: Pair, { subject }: Group, hasRenamed: boolean): Fact[] {
  const thing = thingOf(pair);
  const isEcho = (difference: Difference) =>
    hasRenamed && !makesRunners(thing) && isIdentity(difference);
  return comparePair(pair)
    .filter((difference) => !isEcho(difference))
    .map((difference) => ({
      level: isRenamed(pair) && makesRunners(thing) ? 'recreated' : placeLevel(thing, difference),
      what: placeWords(thing, difference.path, subject.type === 'pool'),
      ...describe(difference),
      path: formatSteps(difference.path),
      file: thing.path,
    }));
}

/** A whole object that came to a subject, or went from it. */
function wholeFact(thing: Thing, change: 'added' | 'removed'): Fact {
  const what = thing.type === 'object' ? objectTitle(thing.object) : thing.path;
  const level = change === 'removed' && makesRunners(thing) ? 'removed' : 'none';
  return { level, what, change, path: '', file: thing.path };
}

function describe(difference: Difference): Pick<Fact, 'change' | 'before' | 'after'> {
  const { isHidden, isOrder } = difference;
  if (isHidden) return { change: 'changed' };
  if (isOrder) return { change: 'reordered' };
  const show = (value: unknown) => showValue(isItem(difference) ? withoutName(value) : value);
  const before = 'before' in difference ? { before: show(difference.before) } : {};
  const after = 'after' in difference ? { after: show(difference.after) } : {};
  const change = 'before' in before ? ('after' in after ? 'changed' : 'removed') : 'added';
  return { change, ...before, ...after };
}

function isItem({ path }: Difference): boolean {
  return typeof path.at(-1) === 'object';
}

function placeLevel(thing: Thing, { path }: Difference): Level {
  return thing.type === 'object' ? levelOf(thing.object.kind, path) : 'none';
}

// What refers to a pool by its name changes along with it.
function isIdentity({ path }: Difference): boolean {
  const text = formatSteps(path);
  return ['metadata.name', 'metadata.namespace', 'spec.scaleTargetRef.name'].includes(text);
}

function makesRunners(thing: Thing): boolean {
  return thing.type === 'object' && isWorkload(thing.object);
}
