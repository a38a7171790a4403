import {
  type Action,
  type Change,
  isWorkload,
  type Level,
  levels,
  type Part,
  worst,
} from '../change.ts';
import { comparePair } from '../compare/compare-pair.ts';
import { type Pair, thingOf } from '../compare/pair.ts';
import type { TargetTree } from '../read/tree.ts';
import { consequenceOf } from './consequence-of.ts';
import { factsOf, isRenamed } from './facts-of.ts';
import { findRenamed } from './find-renamed.ts';
import { type Group, groupPairs } from './group-pairs.ts';
import { runnerRange } from './runner-range.ts';
import { type Stays, whatStays } from './what-stays.ts';

/** What the pairs of two trees mean: by environment, the worst first, then by title; files last, because nobody runs them. */
export function changesOf(pairs: readonly Pair[], target: TargetTree['target']): Change[] {
  const wholes = groupPairs(pairs)
    .filter(({ pairs: own }) => own.some(isDifferent))
    .map((group) => ({ group, action: actionOf(group) }));
  const renamed = findRenamed(wholes);
  const stays = whatStays(pairs, target);
  return wholes
    .map(({ group, action }) => {
      const twin = renamed.get(group);
      const change = toChange(group, action, { target, stays });
      return twin ? { ...change, renamed: twin.subject.title } : change;
    })
    .sort(compareChanges);
}

function isDifferent(pair: Pair): boolean {
  return !pair.before || !pair.after || comparePair(pair).length > 0;
}

/** What happened to a subject is what happened to what it is for: runners of a pool. */
function actionOf(group: Group): Action {
  const main = mainPairs(group);
  if (main.every(({ before }) => !before)) return 'added';
  return main.every(({ after }) => !after) ? 'removed' : 'changed';
}

function mainPairs({ pairs }: Group): readonly Pair[] {
  const workloads = pairs.filter((pair) => {
    const thing = thingOf(pair);
    return thing.type === 'object' && isWorkload(thing.object);
  });
  return workloads.length > 0 ? workloads : pairs;
}

interface Surroundings {
  readonly target: TargetTree['target'];
  readonly stays: Stays;
}

function toChange(group: Group, action: Action, { target, stays }: Surroundings): Change {
  const { environment, subject, pairs } = group;
  const facts = action === 'changed' ? sortFacts(factsOf(group)) : [];
  const main = mainPairs(group)[0]!;
  const isLeft = action === 'removed' && stays(thingOf(main));
  const level =
    action === 'changed'
      ? worst(facts.map((fact) => fact.level))
      : wholeLevel(group, isLeft ? 'added' : action);
  const size =
    action === 'changed' || subject.type !== 'pool' ? '' : runnerRange(pairs.map(thingOf));
  const consequence = consequenceOf({
    target,
    subject,
    action,
    level,
    thing: thingOf(main),
    isRenamed: isRenamed(main),
    isLeft,
    hasNewVersion: facts.some(({ path }) => path === 'version'),
  });
  const parts = pairs.filter(isDifferent).map(toPart);
  return { environment, subject, action, level, size, consequence, facts, parts };
}

function sortFacts<F extends { readonly level: Level }>(facts: readonly F[]): F[] {
  return facts.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function wholeLevel({ subject }: Group, action: Action): Level {
  if (action === 'added' || subject.type === 'file') return 'none';
  return subject.type === 'release' || subject.kind === 'Namespace' ? 'danger' : 'removed';
}

function toPart(pair: Pair): Part {
  const thing = thingOf(pair);
  const action = !pair.before ? 'added' : !pair.after ? 'removed' : 'changed';
  if (thing.type === 'file') return { action, name: thing.path, file: thing.path };
  if (thing.type === 'release') {
    return { action, namespace: thing.namespace, name: thing.name, file: thing.path };
  }
  const { apiVersion, kind, metadata } = thing.object;
  const { name, namespace } = metadata;
  const home = namespace === undefined ? {} : { namespace };
  return { action, apiVersion, kind, ...home, name, file: thing.path };
}

function compareChanges(a: Change, b: Change): number {
  const [left, right] = [sortKeys(a), sortKeys(b)];
  const index = left.findIndex((key, at) => key !== right[at]);
  return index < 0 ? 0 : left[index]! < right[index]! ? -1 : 1;
}

function sortKeys({ environment, level, subject }: Change): readonly string[] {
  const isFile = subject.type === 'file';
  return [
    // Instructions for all environments come after what happens in any of them.
    isFile && environment === '' ? '1' : '0',
    environment,
    String(levels.indexOf(level)),
    isFile ? '1' : '0',
    subject.title,
    subject.namespace ?? '',
  ];
}
