import type { Fleet } from '../../model.ts';
import {
  type Circles,
  createCircles,
  type Doubt,
  doubtfulCircles,
  otherGroupCircles,
  sureCircles,
} from './circles.ts';
import { append } from './label-index.ts';
import { type Seat, seatsOf } from './seat.ts';

/** How two pools get into each other's way: both grow for one job, ARC confuses their groups, or GitHub may choose. */
export type Conflict = 'growth' | 'groups' | 'choice';

/** Pools that can take all jobs which are meant for one of them. */
export interface Rivalry {
  readonly conflict: Conflict;
  /** The pool that the jobs are meant for. */
  readonly seat: Seat;
  /** The first few others, each another pool. */
  readonly rivals: readonly Seat[];
  /** What the fleet cannot know and on which the conflict depends. */
  readonly doubt?: Doubt;
}

interface Surroundings {
  readonly following: Circles;
  readonly others: Circles;
  readonly onWebhook: Circles;
  readonly seesGroups: boolean;
}

const conflicts: readonly Conflict[] = ['growth', 'groups', 'choice'];
const mostRivals = 3;
const known = new WeakMap<Fleet, readonly Rivalry[]>();

/**
 * The rivalries of a fleet, the worst of each set of labels, every pair of pools once.
 *
 * A pool is a rival when it offers all that a job for another pool asks for. Sets that merely overlap are not: a job that names
 * all labels of its pool still finds only that one.
 */
export function findRivalries(fleet: Fleet): readonly Rivalry[] {
  let found = known.get(fleet);
  if (!found) known.set(fleet, (found = computeRivalries(fleet)));
  return found;
}

function computeRivalries(fleet: Fleet): Rivalry[] {
  const seats = seatsOf(fleet);
  const surroundings: Surroundings = {
    following: createCircles(seats.filter(({ followsJobs }) => followsJobs)),
    others: createCircles(seats.filter(({ followsJobs }) => !followsJobs)),
    onWebhook: createCircles(seats.filter(isOnWebhook)),
    seesGroups: fleet.controller.webhookServer?.runnerGroupVisibility ?? false,
  };
  const found = groupByDemand(seats).flatMap((alike) => worst(alike, surroundings) ?? []);
  return withoutRepeats(conflicts.flatMap((kind) => found.filter((r) => r.conflict === kind)));
}

function groupByDemand(seats: readonly Seat[]): Seat[][] {
  const groups = new Map<string, Seat[]>();
  for (const seat of seats) {
    const { target, group, wanted } = seat;
    append(groups, JSON.stringify([target, group, wanted.join()]), seat);
  }
  return [...groups.values()];
}

function worst(alike: readonly Seat[], around: Surroundings): Rivalry | undefined {
  const follower = alike.find(({ followsJobs }) => followsJobs);
  return (
    (follower && bothGrow(follower, around)) ??
    groupsConfused(alike.find(isOnWebhook), around) ??
    eitherTakes(alike[0]!, around) ??
    (follower && perhapsTakes(follower, around))
  );
}

function bothGrow(seat: Seat, { following }: Surroundings): Rivalry | undefined {
  return rivalry('growth', seat, following.search(sureCircles(seat), seat.wanted));
}

// Without sight of groups ARC takes the first pool with the labels, whatever its group.
function groupsConfused(
  seat: Seat | undefined,
  { onWebhook, seesGroups }: Surroundings,
): Rivalry | undefined {
  if (!seat || seesGroups) return undefined;
  // One of its own group would have been told as growth.
  return rivalry('groups', seat, onWebhook.search(otherGroupCircles(seat), seat.wanted));
}

function eitherTakes(seat: Seat, { following, others }: Surroundings): Rivalry | undefined {
  const circles = sureCircles(seat);
  return (
    rivalry('choice', seat, others.search(circles, seat.wanted)) ??
    rivalry('choice', seat, following.search(circles, seat.wanted))
  );
}

function perhapsTakes(seat: Seat, { following }: Surroundings): Rivalry | undefined {
  for (const doubt of ['groups', 'enterprise'] as const) {
    const found = following.search(doubtfulCircles[doubt](seat), seat.wanted);
    const perhaps = rivalry('choice', seat, found);
    if (perhaps) return { ...perhaps, doubt };
  }
  return undefined;
}

function rivalry(conflict: Conflict, seat: Seat, found: Iterable<Seat>): Rivalry | undefined {
  const rivals = new Map<string, Seat>();
  for (const other of found) {
    const { name } = other.pool;
    if (name !== seat.pool.name && !rivals.has(name)) rivals.set(name, other);
    if (rivals.size === mostRivals) break;
  }
  return rivals.size > 0 ? { conflict, seat, rivals: [...rivals.values()] } : undefined;
}

function withoutRepeats(found: readonly Rivalry[]): Rivalry[] {
  const told = new Set<string>();
  return found.flatMap((one) => {
    const fresh = one.rivals.filter((other) => !told.has(pairKey(one.seat, other)));
    for (const other of fresh) told.add(pairKey(one.seat, other));
    return fresh.length > 0 ? [{ ...one, rivals: fresh }] : [];
  });
}

function pairKey(a: Seat, b: Seat): string {
  return [a.pool.name, b.pool.name].sort().join(' ');
}

function isOnWebhook({ pool }: Seat): boolean {
  return pool.autoscale?.webhook !== undefined;
}
