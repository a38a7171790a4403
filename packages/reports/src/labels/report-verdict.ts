import { createDiagnostic, type Diagnostic, type Label, type Span } from '@fleetc/diagnostics';
import type { Fleet } from '@fleetc/fleet';
import type { CatalogueEntry } from './catalogue.ts';
import { jobAmbiguous } from './rules/job-ambiguous.rule.ts';
import { jobNeverStarts } from './rules/job-never-starts.rule.ts';
import { jobNotCounted } from './rules/job-not-counted.rule.ts';
import { jobUnknown } from './rules/job-unknown.rule.ts';
import { describeTakers, findLabelApart } from './rules/taker-words.ts';
import type { NeverReason, UnknownReason, Verdict } from './verdict.ts';
import type { Placed, Request } from './workflows/request.ts';

/** Every finding about what becomes of a request of the job called `job`. */
export function reportVerdict(
  job: string,
  request: Request,
  verdict: Verdict,
  fleet: Fleet,
): Diagnostic[] {
  switch (verdict.status) {
    case 'served':
      return reportUncounted(job, request, verdict.entries, fleet);
    case 'ambiguous':
      return [reportAmbiguous(job, request, verdict, fleet)];
    case 'never': {
      const { reason } = verdict;
      const related = reason.kind === 'scope' ? [pointAt(reason.entry, fleet)] : [];
      const place = { span: neverSpan(reason, request), related };
      return [createDiagnostic(jobNeverStarts, { job, reason }, place)];
    }
    case 'unknown': {
      const { reason, entries } = verdict;
      const takers = entries.length > 0 && { takers: describeTakers(entries, false) };
      const place = { span: unknownSpan(reason, request) };
      return [createDiagnostic(jobUnknown, { job, reason, ...takers }, place)];
    }
    default:
      return [];
  }
}

function reportAmbiguous(
  job: string,
  { span }: Request,
  { entries, orHosted }: Verdict & { status: 'ambiguous' },
  fleet: Fleet,
): Diagnostic {
  const apart = findLabelApart(entries, orHosted);
  const takers = describeTakers(entries, orHosted);
  const params = { job, takers, ...(apart !== undefined && { apart }) };
  const pools = new Map(entries.map((entry) => [entry.pool, entry]));
  const related = [...pools.values()].slice(0, maxRelated).map((entry) => pointAt(entry, fleet));
  return createDiagnostic(jobAmbiguous, params, { span, related });
}

// A code frame for each of many pools would bury the place in the workflow.
const maxRelated = 3;

function reportUncounted(
  job: string,
  { labels }: Request,
  entries: readonly CatalogueEntry[],
  fleet: Fleet,
): Diagnostic[] {
  for (const entry of entries) {
    const label = labels.find(({ text }) => !isCounted(entry, text));
    if (!label) continue;
    const params = { job, pool: entry.pool, label: label.text };
    const place = { span: label.span, related: [pointAt(entry, fleet)] };
    return [createDiagnostic(jobNotCounted, params, place)];
  }
  return [];
}

// ARC skips "self-hosted" in exactly these letters and compares all others with the labels of the pool.
function isCounted({ scaling, labels }: CatalogueEntry, wanted: string): boolean {
  if (scaling === 'none' || wanted === 'self-hosted' || labels.includes(wanted)) return true;
  if (scaling === 'same-case') return false;
  return labels.some((label) => label.toLowerCase() === wanted.toLowerCase());
}

function pointAt({ pool, path }: CatalogueEntry, fleet: Fleet): Label {
  const { span } = fleet.origin([...path, 'labels']);
  return { span, text: `pool "${pool}"` };
}

function neverSpan(reason: NeverReason, request: Request): Span {
  return placeOf(reason)?.span ?? request.span;
}

function unknownSpan(reason: UnknownReason, request: Request): Span {
  return reason.kind === 'doubt' ? reason.doubt.span : (placeOf(reason)?.span ?? request.span);
}

function placeOf(reason: NeverReason | UnknownReason): Placed | undefined {
  if ('label' in reason) return reason.label;
  return 'group' in reason && typeof reason.group === 'object' ? reason.group : undefined;
}
