import {
  createDiagnostic,
  type Diagnostic,
  type Label,
  nearest,
  type Path,
  type Rule,
} from '@fleetc/diagnostics';
import type { BrokenReference } from '../rules/references/reference-rules.ts';
import { entryOf } from '../shape/entries.ts';
import { findBoth, findOrigin, type Writing } from './origin.ts';
import { isPlain, type Plain, valueAt } from './plain.ts';

/** What every step of resolving shares: the patched file, where things were written, and what was found so far. */
export interface Resolving {
  readonly writing: Writing;
  /** The file with the environment's override applied, in long form. */
  readonly value: Plain;
  readonly diagnostics: Diagnostic[];
  readonly tainted: ReadonlySet<string>;
  /** Entries that could not be resolved; what refers to them stays silent. */
  readonly broken: Set<string>;
}

/** Further words of a report. */
export interface At {
  readonly part?: 'key' | 'value';
  readonly related?: readonly Label[];
  readonly label?: string;
}

/** After so many findings nobody reads what a name may have been meant for, and many names held against many take long. */
const worthGuessing = 100;

/** Reports a finding at a path of the fleet, unless an earlier stage has already reported on the same entry. */
export function report<P>(
  resolving: Resolving,
  rule: Rule<P>,
  params: P,
  path: Path,
  at: At = {},
): void {
  if (isTainted(resolving, path)) return;
  const { span } = findOrigin(resolving.writing, path, at.part ?? 'value');
  const { related, label } = at;
  const place = { span, path, ...(related && { related }), ...(label !== undefined && { label }) };
  resolving.diagnostics.push(createDiagnostic(rule, params, place));
}

/** Whether something was taken out of the entry that `path` belongs to, or of its whole block. */
export function isTainted({ tainted }: Resolving, path: Path): boolean {
  return tainted.has(entryKey(path)) || tainted.has(entryKey(path.slice(0, 1)));
}

/** Marks an entry as unusable. */
export function markBroken(resolving: Resolving, path: Path): void {
  resolving.broken.add(entryKey(path));
}

/** Whether a reference to the entry should stay silent, because the entry itself was reported. */
export function isBroken(resolving: Resolving, path: Path): boolean {
  return resolving.broken.has(entryKey(path)) || isTainted(resolving, path);
}

/** The form in which entries are remembered. */
export function entryKey(path: Path): string {
  return entryOf(path).join(' ');
}

/**
 * Reports a name that is defined nowhere, with the nearest definition, or with the place where this environment
 * takes the definition away. What earlier findings may have taken out is not missed.
 */
export function reportUnknown(
  resolving: Resolving,
  rule: Rule<BrokenReference>,
  reference: { readonly user: string; readonly name: string; readonly block: string },
  path: Path,
): void {
  const { user, name, block } = reference;
  if (isTainted(resolving, [block, name])) return;
  const map = resolving.value[block];
  const known = isPlain(map) ? Object.keys(map).sort() : [];
  const isGuessed = resolving.diagnostics.length < worthGuessing;
  const suggestion = isGuessed ? nearest(name, known) : undefined;
  report(resolving, rule, { user, name, suggestion, known }, path, {
    related: relatedDefinition(resolving, block, name, suggestion),
  });
}

function relatedDefinition(
  resolving: Resolving,
  block: string,
  name: string,
  suggestion: string | undefined,
): Label[] {
  const { writing } = resolving;
  const { file, override } = findBoth(writing, [block, name]);
  if (override) {
    const removed = { span: override, text: `environment "${writing.environment}" removes it` };
    return file ? [{ span: file, text: 'defined here' }, removed] : [removed];
  }
  if (suggestion !== undefined) {
    const { span } = findOrigin(writing, [block, suggestion], 'key');
    return [{ span, text: 'did you mean this one?' }];
  }
  if (valueAt(resolving.value, [block]) === undefined) return [];
  return [{ span: findOrigin(writing, [block], 'key').span, text: 'others are defined here' }];
}
