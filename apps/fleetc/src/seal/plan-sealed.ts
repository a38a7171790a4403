import { lengthProblem } from '@fleetc/core';
import { sealedFor, type SealingScope } from '@fleetc/sealing';
import { sourcePath } from './check-source.ts';
import type { Change } from './edit/change.ts';
import { isPlain, valueAt } from './edit/layout.ts';
import type { SealingInput } from './load-sealing.ts';
import { type SealRequest, wrong } from './seal-request.ts';
import type { Subject, SubjectPlace } from './sealing-subject.ts';
import { keysOf } from './secret-values.ts';

/** What has to happen to the ciphertext of one Secret. */
export interface SealedPlan {
  /** Where ciphertext is written: `…from.sealedSecret.sealed`. */
  readonly path: readonly string[];
  /** What to seal for, each with a Secret that it is for. */
  readonly missing: ReadonlyMap<string, SubjectPlace>;
  /** Labels whose ciphertext stays. */
  readonly kept: readonly string[];
  /** Changes that need no value: another scope, and what nothing needs any more. */
  readonly before: readonly Change[];
  readonly after: readonly Change[];
  /** What goes, in words. */
  readonly unneeded: readonly string[];
  readonly scopes: readonly SealingScope[];
}

/** Compares what the file holds with what the fleet needs. */
export function planSealed(
  request: SealRequest,
  input: SealingInput,
  subject: Subject,
): SealedPlan {
  const from = [...sourcePath(input, subject), 'sealedSecret'];
  const path = [...from, 'sealed'];
  const wanted = groupByLabel(request, subject);
  const held = heldCiphertext(valueAt(input.document.value, path));
  const isHeld = (label: string, place: SubjectPlace) =>
    keysOf(place, 'value').every((key) => isWhole(key, held.get(label)?.get(key)));
  const missing = [...wanted].filter(([label, place]) => request.reseal || !isHeld(label, place));
  const gone = [...held].flatMap(([label, keys]) => {
    const own = wanted.get(label);
    const others = subject.others.filter((place) => labelInFleet(place) === label);
    return unneededOf(label, [...keys.keys()], own ? [own, ...others] : others);
  });
  return {
    path,
    missing: new Map(missing),
    kept: [...wanted.keys()].filter((label) => !missing.some(([other]) => other === label)),
    before: changesScope(request, subject)
      ? [{ path: [...from, 'scope'], set: request.scope! }]
      : [],
    after: gone.map((place) => ({ path: [...path, ...place] })),
    unneeded: gone.map(([label, key]) => (key === undefined ? label! : `${key} for ${label}`)),
    scopes: [...new Set(subject.places.map((place) => scopeOf(request, place)))],
  };
}

/** The scope that a value is sealed in: as asked, else as the fleet says. */
function scopeOf({ scope }: SealRequest, place: SubjectPlace): SealingScope {
  return scope ?? scopeInFleet(place);
}

function scopeInFleet({ source: { from }, fleet }: SubjectPlace): SealingScope {
  return from.source === 'sealedSecret' ? from.scope : fleet.secrets.sealing.scope;
}

/** What a place is sealed for as the fleet has it. */
function labelInFleet(place: SubjectPlace): string {
  return sealedFor(scopeInFleet(place), place);
}

function changesScope({ scope }: SealRequest, { places }: Subject): boolean {
  return scope !== undefined && places.some((place) => scopeInFleet(place) !== scope);
}

function groupByLabel(request: SealRequest, { user, places }: Subject): Map<string, SubjectPlace> {
  const labels = new Map<string, SubjectPlace>();
  for (const place of places) {
    const label = sealedFor(scopeOf(request, place), place);
    const other = labels.get(label);
    if (other && !isSameValue(other, place)) {
      throw wrong(
        `environments need different content for ${user} in one place; choose one with --env NAME`,
      );
    }
    labels.set(label, other ?? place);
  }
  return new Map([...labels].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Keys that are no secret stand outside of the ciphertext.
function isSameValue(a: SubjectPlace, b: SubjectPlace): boolean {
  if (a.form.form === 'keys' && b.form.form === 'keys') return a.form.key === b.form.key;
  return JSON.stringify(a.form) === JSON.stringify(b.form);
}

/** Ciphertext by what it was sealed for and by key. */
function heldCiphertext(sealed: unknown): Map<string, ReadonlyMap<string, unknown>> {
  const entries = isPlain(sealed) ? Object.entries(sealed) : [];
  return new Map(
    entries.map(([label, keys]) => [label, new Map(isPlain(keys) ? Object.entries(keys) : [])]),
  );
}

// What was cut off has to be sealed again.
function isWhole(key: string, text: unknown): boolean {
  return typeof text === 'string' && lengthProblem(key, text) === undefined;
}

function unneededOf(
  label: string,
  keys: readonly string[],
  places: readonly SubjectPlace[],
): (readonly string[])[] {
  if (places.length === 0) return [[label]];
  const allowed = places.flatMap((place) => keysOf(place, 'everything'));
  return keys.filter((key) => !allowed.includes(key)).map((key) => [label, key]);
}
