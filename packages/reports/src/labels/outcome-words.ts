import type { Outcome } from './check-workflows.ts';
import { neverProblem } from './rules/never-words.ts';
import { describeTakers, poolsOf } from './rules/taker-words.ts';
import { unknownProblem } from './rules/unknown-words.ts';
import { describeTarget } from './scope-reach.ts';
import type { Verdict } from './verdict.ts';

/** Who takes a job, for a cell of a table. */
export function describeVerdict(verdict: Verdict): string {
  switch (verdict.status) {
    case 'served':
      return describeServed(verdict);
    case 'ambiguous':
      return `ambiguous: ${describeTakers(verdict.entries, verdict.orHosted)}`;
    case 'hosted':
      return 'a runner that GitHub hosts';
    case 'elsewhere':
      return 'a runner outside of the fleet';
    case 'never':
      return `never starts: ${neverProblem(verdict.reason)}`;
    case 'unknown': {
      const { entries, reason } = verdict;
      const takers = entries.length > 0 ? `; it may be ${describeTakers(entries, false)}` : '';
      return `unknown: ${unknownProblem(reason)}${takers}`;
    }
  }
}

/** What a job asks for as one line, whatever it is in the file. */
export function describeRequest({ request: { labels, group, doubts } }: Outcome): string {
  const written = doubts.map(({ text }) => text).filter((text) => text !== '');
  const names = [...labels.map(({ text }) => text), ...written];
  const list = names.length === 1 ? names[0]! : `[${names.join(', ')}]`;
  if (!group) return names.length === 0 ? '-' : list;
  return names.length === 0 ? `group ${group.text}` : `group ${group.text}, ${list}`;
}

/** Several pools are told with their scopes, because each repository reaches one of them. */
function describeServed({ entries }: Verdict & { status: 'served' }): string {
  const pools = poolsOf(entries);
  if (pools.length === 1) return `pool "${pools[0]}"`;
  return entries
    .map(({ pool, scope }) => `pool "${pool}" for ${describeTarget(scope.target)}`)
    .join(', ');
}
