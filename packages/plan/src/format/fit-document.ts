import type { Change, Fact } from '../change.ts';
import type { OutputReport } from './report.ts';

/** How much of the changes a document still has room for, first come first served. */
export interface Room {
  readonly takeChanges: (changes: readonly Change[]) => readonly Change[];
  readonly takeFacts: (facts: readonly Fact[]) => readonly Fact[];
}

/**
 * A document of at most `most` characters: places are left out first, then changes, the last ones of each, and a note
 * says how many.
 */
export function fitDocument(
  most: number,
  reports: readonly OutputReport[],
  render: (room: Room) => string,
): string {
  const allChanges = reports.reduce((sum, { changes }) => sum + changes.length, 0);
  const allFacts = reports.reduce((sum, { changes }) => sum + countFacts(changes), 0);
  const draw = (changes: number, facts: number) => {
    const isCut = changes < allChanges || facts < allFacts;
    return render(createRoom(changes, facts)) + (isCut ? cutNote(changes, allChanges) : '');
  };
  const fits = (text: string) => text.length <= most;
  const whole = draw(allChanges, allFacts);
  if (fits(whole)) return whole;
  if (fits(draw(allChanges, 0))) {
    return draw(
      allChanges,
      largest(allFacts, (facts) => fits(draw(allChanges, facts))),
    );
  }
  return draw(
    largest(allChanges, (changes) => fits(draw(changes, 0))),
    0,
  );
}

function countFacts(changes: readonly Change[]): number {
  return changes.reduce((sum, { facts }) => sum + facts.length, 0);
}

function createRoom(changes: number, facts: number): Room {
  return { takeChanges: createTake(changes), takeFacts: createTake(facts) };
}

function createTake(room: number) {
  let left = room;
  return <T>(items: readonly T[]): readonly T[] => {
    const taken = items.slice(0, left);
    left -= taken.length;
    return taken;
  };
}

function cutNote(shown: number, all: number): string {
  const what =
    shown < all ? `${all - shown} of ${all} changes are` : 'Some of the places that change are';
  return `\n${what} left out, because a comment has no room for more; \`fleetc diff\` prints all.\n`;
}

/** The largest number below `limit` that fits; nothing does above the first that does not. */
function largest(limit: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
