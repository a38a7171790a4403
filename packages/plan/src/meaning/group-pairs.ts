import type { Subject } from '../change.ts';
import { type Pair, thingOf, toPair } from '../compare/pair.ts';
import { identify } from '../read/thing.ts';
import { scopeOf, quote, subjectOf } from './subject-of.ts';

/** All pairs of one subject. */
export interface Group {
  readonly environment: string;
  readonly subject: Subject;
  readonly pairs: readonly Pair[];
}

/** Gathers pairs by what they are a part of. */
export function groupPairs(pairs: readonly Pair[]): Group[] {
  const groups = new Map<string, { subject: Subject; pairs: Pair[] }>();
  for (const pair of pairs) {
    const { key, subject } = subjectOf(thingOf(pair));
    const group = groups.get(key);
    if (group) group.pairs.push(pair);
    else groups.set(key, { subject, pairs: [pair] });
  }
  const found = [...groups.values()].map(({ subject, pairs: own }) => ({
    environment: thingOf(own[0]!).environment,
    subject,
    pairs: subject.type === 'pool' ? sortPairs(joinRenamed(own)) : own,
  }));
  return nameScopes(found);
}

/** Two objects of one kind and one pool, of which one goes and one comes, are one that got another name. */
function joinRenamed(pairs: readonly Pair[]): Pair[] {
  const kinds = [...new Set(pairs.map(kindOf))];
  return kinds.flatMap((kind) => {
    const own = pairs.filter((pair) => kindOf(pair) === kind);
    const [gone, ...moreGone] = own.filter(({ after }) => !after);
    const [come, ...moreCome] = own.filter(({ before }) => !before);
    if (!gone || !come || moreGone.length + moreCome.length > 0) return own;
    const rest = own.filter((pair) => pair !== gone && pair !== come);
    return [...rest, toPair(gone.before, come.after)];
  });
}

/** What makes runners first, then its autoscaler, then the rest; whichever files they stand in. */
function sortPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
}

function rankOf(pair: Pair): string {
  const kind = kindOf(pair);
  const first = ['RunnerDeployment', 'RunnerSet', 'HorizontalRunnerAutoscaler'].indexOf(kind);
  return `${first < 0 ? 9 : first} ${kind} ${identify(thingOf(pair))}`;
}

function kindOf(pair: Pair): string {
  const thing = thingOf(pair);
  return thing.type === 'object' ? thing.object.kind : '';
}

/** Adds the scope to the titles of pools that have several. */
function nameScopes(groups: readonly Group[]): Group[] {
  const counts = new Map<string, number>();
  const keyOf = ({ environment, subject }: Group) => JSON.stringify([environment, subject.name]);
  const pools = groups.filter(({ subject }) => subject.type === 'pool');
  for (const group of pools) counts.set(keyOf(group), (counts.get(keyOf(group)) ?? 0) + 1);
  return groups.map((group) => {
    const scope = scopeOf(thingOf(group.pairs[0]!));
    const isOne = group.subject.type !== 'pool' || counts.get(keyOf(group)) === 1;
    if (isOne || scope === '') return group;
    const title = `${group.subject.title} of scope ${quote(scope)}`;
    return { ...group, subject: { ...group.subject, title } };
  });
}
