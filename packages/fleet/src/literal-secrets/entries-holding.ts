import type { Path, Span } from '@fleetc/diagnostics';
import type { Document } from '../parse/document.ts';
import { entriesOf } from '../shape/entries.ts';

/** The entries (`pools.build`) and blocks (`registry`) of a file in which any of the places lies. */
export function entriesHolding(document: Document, places: readonly Span[]): Path[] {
  if (places.length === 0) return [];
  return entriesOf(document.value).filter((path) => {
    const { start } = document.span(path, 'key');
    const { end } = document.span(path);
    return places.some((place) => start <= place.start && place.start <= end);
  });
}
