import type { Change, Fact } from '../change.ts';
import { shorten, shortenBoth } from '../compare/show-value.ts';

/** A fact in pieces, for forms that set values apart from words. */
export interface FactWords {
  readonly what: string;
  /** A word between the place and the values: `added`, `in another order`; may be empty. */
  readonly verb: string;
  /** None, one, or the old and the new one. */
  readonly values: readonly string[];
}

/** The pieces of a fact, with values of at most so many characters. */
export function factWords({ what, change, before, after }: Fact, most: number): FactWords {
  if (change === 'reordered') return { what, verb: 'in another order', values: [] };
  if (before !== undefined && after !== undefined) {
    return { what, verb: '', values: shortenBoth(before, after, most) };
  }
  const value = before ?? after;
  return { what, verb: change, values: value === undefined ? [] : [shorten(value, most)] };
}

/** What happened to a subject, without its title: `added (0-40 runners)`; empty for one that changed. */
export function actionWords({ action, size }: Change): string {
  if (action === 'changed') return '';
  return size === '' ? action : `${action} (${size})`;
}

/** The question whether something was renamed; empty where there is none. */
export function renamedWords({ action, renamed }: Change): string {
  if (renamed === undefined) return '';
  return action === 'removed' ? `renamed to ${renamed}?` : `renamed from ${renamed}?`;
}
