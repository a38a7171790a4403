import type { Diagnostic, Path, Span } from '@fleetc/diagnostics';
import type { Document } from '../../parse/document.ts';
import { unknownKey } from '../../rules/shape/shape-rules.ts';
import { adviceAt, type Advice } from './advice.ts';
import { isMisplaced } from './find-misplaced.ts';

const general =
  'no secret can be written here; if this is one, revoke it and name where it comes from in "secret: { from: … }"';

/** Says beside what is wrong with the shape that a secret may not stand there, as whoever wrote it may have thought. */
export function adviseOnSecret(diagnostic: Diagnostic): Diagnostic {
  if (!isMisplaced(diagnostic) || isMisspelt(diagnostic)) return diagnostic;
  const special = adviceAt(diagnostic.path!);
  const advice = special ? `if this is the value itself, ${special.fix}` : general;
  return { ...diagnostic, fix: `${diagnostic.fix}; ${advice}` };
}

// A key that is nearly known was meant, and its value with it.
function isMisspelt({ code, primary }: Diagnostic): boolean {
  return code === unknownKey.code && primary?.text.startsWith('did you mean') === true;
}

/** Says of secrets that stand where ciphertext or a public key belongs what belongs there. */
export function adviseOnPlaces(
  { value, span }: Document,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const places = [...advisedTexts(value, [])]
    .map(({ path, advice }) => ({ ...span(path), advice }))
    .sort((a, b) => a.start - b.start);
  return diagnostics.map((diagnostic) => {
    const found = diagnostic.primary && placeAround(places, diagnostic.primary.span.start);
    if (!found) return diagnostic;
    const { what, fix } = found.advice;
    return { ...diagnostic, message: `${what}, and a secret may not be written here`, fix };
  });
}

interface AdvisedPlace extends Span {
  readonly advice: Advice;
}

// Texts do not lie in each other, so the last that begins before an offset is the only one that may hold it.
function placeAround(sorted: readonly AdvisedPlace[], offset: number): AdvisedPlace | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const place = sorted[low - 1];
  return place && offset <= place.end ? place : undefined;
}

function* advisedTexts(
  value: unknown,
  path: Path,
): Generator<{ readonly path: Path; readonly advice: Advice }> {
  const advice = typeof value === 'string' ? adviceAt(path) : undefined;
  if (advice) yield { path, advice };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* advisedTexts(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
