import { architectureLabels } from './architecture.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { findTakers, toWish } from './find-takers.ts';
import { judgeUntaken } from './judge-untaken.ts';
import { canMeet } from './scope-reach.ts';
import { isHosted, type Surroundings } from './surroundings.ts';
import type { Verdict } from './verdict.ts';
import type { Request } from './workflows/request.ts';

/** Says who takes what a job asks for, or why nobody does or nobody can tell. */
export function judgeRequest(request: Request, surroundings: Surroundings): Verdict {
  const [doubt] = request.doubts;
  const { sure, perhaps } = findTakers(surroundings.reachable, toWish(request));
  const entries = [...sure, ...perhaps];
  if (doubt && (entries.length > 0 || request.labels.length === 0)) {
    // Without a single label that is known, every pool may take it, which says nothing.
    const isOpen = request.labels.length === 0 && !request.group;
    return { status: 'unknown', reason: { kind: 'doubt', doubt }, entries: isOpen ? [] : entries };
  }
  if (sure.length > 0) return judgeTakers(request, sure, surroundings);
  if (isElsewhere(request, surroundings)) return { status: 'elsewhere' };
  if (perhaps.length > 0) {
    const label = request.labels.find(({ text }) => architectureLabels.has(text.toLowerCase()))!;
    return { status: 'unknown', reason: { kind: 'architecture', label }, entries };
  }
  const verdict = judgeUntaken(request, surroundings);
  const isSpared = verdict.status === 'never' && request.mayBeExcluded;
  return isSpared ? { status: 'unknown', reason: { kind: 'excluded' }, entries } : verdict;
}

function judgeTakers(
  request: Request,
  sure: readonly CatalogueEntry[],
  surroundings: Surroundings,
): Verdict {
  const rivals = sure.filter((entry) => sure.some((other) => isRival(entry, other)));
  const orHosted = isHosted(request, surroundings);
  if (rivals.length > 0) return { status: 'ambiguous', entries: rivals, orHosted };
  if (orHosted) return { status: 'ambiguous', entries: sure, orHosted };
  return { status: 'served', entries: sure };
}

function isRival(one: CatalogueEntry, other: CatalogueEntry): boolean {
  return one.pool !== other.pool && canMeet(one.scope.target, other.scope.target);
}

function isElsewhere({ labels, group }: Request, { elsewhere }: Surroundings): boolean {
  const named = [...labels, ...(group ? [group] : [])];
  return named.some(({ text }) => elsewhere.has(text.toLowerCase()));
}
