import type { Change, Fact } from '../change.ts';

/** Changes with every text passed through a function that takes out what nobody may see. */
export function concealChanges(
  changes: readonly Change[],
  conceal: (text: string) => string,
): Change[] {
  return changes.map((change) => {
    const concealed = concealDeep(change, conceal) as Change;
    return { ...concealed, facts: concealed.facts.map(dropEqual) };
  });
}

function concealDeep(value: unknown, conceal: (text: string) => string): unknown {
  if (typeof value === 'string') return conceal(value);
  if (Array.isArray(value)) return value.map((item) => concealDeep(item, conceal));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, concealDeep(entry, conceal)]);
  return Object.fromEntries(entries) as unknown;
}

// Two secrets of one length look alike then.
function dropEqual(fact: Fact): Fact {
  if (fact.before === undefined || fact.before !== fact.after) return fact;
  const { before: _, after: __, ...rest } = fact;
  return rest;
}
