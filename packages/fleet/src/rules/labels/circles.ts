import { append, createLabelIndex, type LabelIndex } from './label-index.ts';
import type { Seat } from './seat.ts';

/** What keeps the fleet from knowing whether one job can reach two seats. */
export type Doubt = 'groups' | 'enterprise';

/** Seats in groups that one job can reach together. */
export interface Circles {
  /** Seats of these circles that offer every label. */
  readonly search: (names: readonly string[], labels: readonly string[]) => Iterable<Seat>;
}

/** Sorts seats into circles; each is indexed when it is first asked for. */
export function createCircles(seats: readonly Seat[]): Circles {
  const members = new Map<string, Seat[]>();
  for (const seat of seats) {
    for (const name of circlesOf(seat)) append(members, name, seat);
  }
  const indexes = new Map<string, LabelIndex>();
  return {
    *search(names, labels) {
      for (const name of names) {
        const index = indexes.get(name) ?? createLabelIndex(members.get(name) ?? []);
        indexes.set(name, index);
        yield* index.offering(labels);
      }
    },
  };
}

/** Circles of other groups at the same target; of named ones the seat's own is among them. */
export function otherGroupCircles({ target, group }: Seat): string[] {
  return group === '' ? [namedCircle(target)] : [groupCircle(target, ''), namedCircle(target)];
}

/**
 * Circles whose seats surely take jobs of the same repositories: the same target and group, and a repository with the
 * default group of its organization. That group admits every repository unless somebody narrowed it on GitHub.
 */
export function sureCircles({ target, above, group, scope }: Seat): string[] {
  const own = [groupCircle(target, group)];
  if (above !== undefined) return [...own, groupCircle(above, '')];
  const isOpen = scope.target.level === 'organization' && group === '';
  return isOpen ? [...own, `below ${target}`] : own;
}

/**
 * Circles whose seats take jobs of the same repositories if GitHub is set up that way: which repositories see a group, and
 * which organizations an enterprise holds, no fleet says. Two named groups of one target are not among them, since
 * groups exist to keep repositories apart; nor is anything that takes two guesses.
 */
export const doubtfulCircles: Readonly<Record<Doubt, (seat: Seat) => string[]>> = {
  groups({ target, above, group, scope }) {
    if (above !== undefined) return [namedCircle(above)];
    if (group === '') return [namedCircle(target)];
    const below = scope.target.level === 'organization' ? [`below ${target}`] : [];
    return [groupCircle(target, ''), ...below];
  },
  enterprise({ group, scope }) {
    if (group !== '') return [];
    return [scope.target.level === 'enterprise' ? 'below an enterprise' : 'at an enterprise'];
  },
};

function circlesOf({ target, above, group, scope }: Seat): string[] {
  const names = [groupCircle(target, group)];
  if (group !== '') names.push(namedCircle(target));
  if (above !== undefined) names.push(`below ${above}`);
  if (group !== '') return names;
  return [
    ...names,
    scope.target.level === 'enterprise' ? 'at an enterprise' : 'below an enterprise',
  ];
}

function groupCircle(target: string, group: string): string {
  return `at ${target} in ${JSON.stringify(group)}`;
}

function namedCircle(target: string): string {
  return `at ${target} in a named group`;
}
