import { toCanonical } from './show-value.ts';

/** Two items of two lists that belong together, or one that came or went; and where it stands. */
export interface ItemPair {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly index: number;
}

/** How the items of two lists belong together, without those that are equal. */
export interface ItemMatch {
  readonly pairs: readonly ItemPair[];
  /** Whether the equal ones stand in another order. */
  readonly isReordered: boolean;
}

interface Item {
  readonly value: unknown;
  readonly index: number;
  readonly text: string;
}

/**
 * Matches lists whose items have no names of their own. Equal items belong together, wherever they stand; as many on
 * both sides that are left belong together in their order; others came or went.
 */
export function matchItems(before: readonly unknown[], after: readonly unknown[]): ItemMatch {
  const [old, young] = [toItems(before), toItems(after)];
  const [gone, come] = [leftOf(old, young), leftOf(young, old)];
  const pairs =
    gone.length === come.length
      ? gone.map(({ value }, at) => ({ ...come[at]!, before: value, after: come[at]!.value }))
      : [
          ...gone.map(({ value, index }) => ({ before: value, index })),
          ...come.map(({ value, index }) => ({ after: value, index })),
        ];
  const kept = textsWithout(old, gone);
  const keptYoung = textsWithout(young, come);
  return { pairs, isReordered: kept.some((text, at) => text !== keptYoung[at]) };
}

function toItems(list: readonly unknown[]): Item[] {
  return list.map((value, index) => ({ value, index, text: toCanonical(value) }));
}

/** The items of a list that the other one has no equal of. */
function leftOf(items: readonly Item[], others: readonly Item[]): Item[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return items.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

function textsWithout(items: readonly Item[], left: readonly Item[]): string[] {
  return items.filter((item) => !left.includes(item)).map(({ text }) => text);
}
