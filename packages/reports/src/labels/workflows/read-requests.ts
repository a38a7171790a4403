import type { Combination } from './evaluate-expression.ts';
import { evaluateText } from './evaluate-text.ts';
import { expandMatrix } from './expand-matrix.ts';
import { isList, isMap, type Located, toText } from './located.ts';
import type { Doubt, Placed, Request } from './request.ts';
import type { Job } from './workflow.ts';

/** What the runs of a job ask for: one request, or one for each different one that its matrix makes. */
export function readRequests({ runsOn, matrix, span, id }: Job): readonly Request[] {
  if (!runsOn) return [doubtful({ kind: 'absent', text: id, span })];
  const plain = readRequest(runsOn, undefined);
  if (!matrix || !plain.doubts.some(({ kind }) => kind === 'expression')) return [plain];
  const jobs = expandMatrix(matrix);
  const place = { text: '', span: runsOn.span };
  if (!jobs) return [doubtful({ kind: 'matrix-size', ...place })];
  if (jobs.length === 0) return [doubtful({ kind: 'matrix-empty', ...place })];
  return join(
    jobs.map(({ combination, mayBeExcluded }) => ({
      ...readRequest(runsOn, combination),
      mayBeExcluded,
    })),
  );
}

function doubtful(doubt: Doubt): Request {
  return { span: doubt.span, labels: [], doubts: [doubt], jobs: 1, mayBeExcluded: false };
}

/** Joins requests for the same thing at the same places, in the order in which they first appear. */
function join(requests: readonly Request[]): Request[] {
  const joined = new Map<string, Request>();
  for (const request of requests) {
    const { span, labels, group, doubts, mayBeExcluded } = request;
    const key = JSON.stringify([span, labels, group, doubts]);
    const earlier = joined.get(key);
    joined.set(key, {
      ...request,
      jobs: (earlier?.jobs ?? 0) + 1,
      mayBeExcluded: mayBeExcluded && (earlier?.mayBeExcluded ?? true),
    });
  }
  return [...joined.values()];
}

interface Parts {
  readonly labels: Placed[];
  readonly doubts: Doubt[];
  group?: Placed;
}

function readRequest(runsOn: Located, combination: Combination | undefined): Request {
  const parts: Parts = { labels: [], doubts: [] };
  const whole = settle(runsOn, combination);
  if (whole && isMap(whole.value)) readMap(whole, combination, parts);
  else readLabels(whole ?? runsOn, combination, parts);
  return { ...parts, span: whole?.span ?? runsOn.span, jobs: 1, mayBeExcluded: false };
}

function readMap(
  { value, span }: Located,
  combination: Combination | undefined,
  parts: Parts,
): void {
  const map = isMap(value) ? value : new Map<string, Located>();
  const group = map.get('group');
  const labels = map.get('labels');
  if (!group && !labels) parts.doubts.push({ kind: 'form', text: '', span });
  const placed = group && readPlaced(group, combination, parts);
  if (placed) parts.group = placed;
  if (labels) readLabels(labels, combination, parts);
}

/** A text is one label, and a list holds some; an expression may give either. */
function readLabels(located: Located, combination: Combination | undefined, parts: Parts): void {
  const known = settle(located, combination);
  const list = known && isList(known.value) ? known.value : undefined;
  if (list?.length === 0) parts.doubts.push({ kind: 'empty', text: '', span: located.span });
  for (const item of list ?? [located]) {
    const label = readPlaced(item, combination, parts);
    if (label) parts.labels.push(label);
  }
}

function readPlaced(
  located: Located,
  combination: Combination | undefined,
  { doubts }: Parts,
): Placed | undefined {
  const known = settle(located, combination);
  const written = toText(located) ?? '';
  const text = known && toText(known);
  const span = known?.span ?? located.span;
  if (text) return { text, span };
  const kind = known ? (text === undefined ? 'form' : 'empty') : 'expression';
  doubts.push({ kind, text: written, span });
  return undefined;
}

// What comes out of the matrix may be a text with an expression of its own, inside of a list or map.
function settle(located: Located, combination: Combination | undefined): Located | undefined {
  const known = evaluateText(located, combination);
  return known && evaluateText(known, undefined);
}
