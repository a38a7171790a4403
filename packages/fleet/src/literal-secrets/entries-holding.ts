import type { Path, Span } from '@fleetc/diagnostics';
import type { Document } from '../parse/document.ts';
import { valueAt } from '../resolve/plain.ts';
import { entriesOf } from '../shape/entries.ts';
import { type SpanSearch, searchSpans } from './span-search.ts';

/** The entries (`pools.build`) and blocks (`registry`) of a file in which any of the places lies, by an alias too. */
export function entriesHolding(document: Document, places: readonly Span[]): Path[] {
  if (places.length === 0) return [];
  const search = searchSpans(places);
  return entriesOf(document.value).filter((path) => {
    const { start } = document.span(path, 'key');
    return holds(document, { start, end: document.span(path).end }, path, search);
  });
}

// What an alias stands for is somewhere else in the text.
function holds(
  document: Document,
  range: Pick<Span, 'start' | 'end'>,
  path: Path,
  places: SpanSearch,
): boolean {
  if (places.beginsIn(range)) return true;
  const value = valueAt(document.value, path);
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((key) => {
    const child = [...path, Array.isArray(value) ? Number(key) : key];
    return holds(document, document.span(child), child, places);
  });
}
