import { nearest } from '@fleetc/diagnostics';
import type { CatalogueEntry } from './catalogue.ts';
import { findTakers, isInGroup, toWish } from './find-takers.ts';
import { isHosted, type Surroundings } from './surroundings.ts';
import { hostedLabels, hostedPrefix, retiredLabels } from './tables/hosted-labels.ts';
import type { Verdict } from './verdict.ts';
import type { Placed, Request } from './workflows/request.ts';

/** Says what becomes of a job that no pool takes. */
export function judgeUntaken(request: Request, surroundings: Surroundings): Verdict {
  if (isHosted(request, surroundings)) return { status: 'hosted' };
  const [entry] = findTakers(surroundings.beyond, toWish(request)).sure;
  if (entry) return { status: 'never', reason: { kind: 'scope', entry } };
  return (
    judgeGroup(request, surroundings) ??
    judgeSingle(request, surroundings) ??
    judgeLabels(request, surroundings)
  );
}

/** A group that the fleet does not use may hold larger runners, which have no label `self-hosted`. */
function judgeGroup(
  { group, labels }: Request,
  { reachable, product }: Surroundings,
): Verdict | undefined {
  if (!group || reachable.some((entry) => isInGroup(entry, group.text))) return undefined;
  const near = nearest(group.text, new Set(reachable.flatMap((entry) => entry.group ?? [])));
  const reason = { kind: 'group', group, ...(near !== undefined && { near }) } as const;
  const isSelfHosted =
    product === 'server' || labels.some(({ text }) => isWord(text, 'self-hosted'));
  return isSelfHosted ? { status: 'never', reason } : { status: 'unknown', reason, entries: [] };
}

/** A single label may be that of a runner that GitHub hosts, did host, or hosts for this organization. */
function judgeSingle({ labels, doubts }: Request, { product }: Surroundings): Verdict | undefined {
  const names = new Set(labels.map(({ text }) => text.toLowerCase()));
  const [label] = labels;
  const [doubt] = doubts;
  if (!label || names.size > 1 || names.has('self-hosted')) return undefined;
  if (doubt) return { status: 'unknown', reason: { kind: 'doubt', doubt }, entries: [] };
  const [name] = names;
  if (!hostedPrefix.test(name!)) return undefined;
  if (product === 'server') return { status: 'never', reason: { kind: 'server', label } };
  return retiredLabels.has(name!)
    ? { status: 'never', reason: { kind: 'retired', label } }
    : { status: 'unknown', reason: { kind: 'larger-runner', label }, entries: [] };
}

function judgeLabels({ labels, group }: Request, { reachable, beyond }: Surroundings): Verdict {
  const inGroup = group ? reachable.filter((entry) => isInGroup(entry, group.text)) : reachable;
  const bounds = { ...(group && { within: group.text }), isNarrowed: beyond.length > 0 };
  const label = labels.find(({ text }) => !inGroup.some((entry) => mayHave(entry, text)));
  if (!label) return { status: 'never', reason: { kind: 'labels', labels, ...bounds } };
  if (isMixed(label, labels)) return { status: 'never', reason: { kind: 'mixed', label } };
  const near = nearest(
    label.text,
    new Set(inGroup.flatMap((entry) => [...entry.labels, ...entry.implied])),
  );
  const reason = { kind: 'label', label, ...(near !== undefined && { near }), ...bounds } as const;
  return { status: 'never', reason };
}

function mayHave(entry: CatalogueEntry, label: string): boolean {
  const { sure, perhaps } = findTakers([entry], { labels: [label] });
  return sure.length + perhaps.length > 0;
}

function isMixed(label: Placed, labels: readonly Placed[]): boolean {
  const isHostedLabel = hostedLabels.has(label.text.toLowerCase());
  return isHostedLabel && !labels.some(({ text }) => isWord(text, 'self-hosted'));
}

function isWord(text: string, word: string): boolean {
  return text.toLowerCase() === word;
}
