import type { Path, Span } from '@fleetc/diagnostics';
import type { Document } from '../parse/document.ts';
import { isPlain, valueAt } from '../resolve/plain.ts';
import { entryOf } from '../shape/check-shape.ts';

/** The entries (`pools.build`) and blocks (`registry`) of a file in which any of the places lies. */
export function entriesHolding(document: Document, places: readonly Span[]): Path[] {
  if (places.length === 0 || !isPlain(document.value)) return [];
  return Object.keys(document.value)
    .flatMap((block) => entriesOf(document.value, block))
    .filter((path) => {
      const { start } = document.span(path, 'key');
      const { end } = document.span(path);
      return places.some((place) => start <= place.start && place.start <= end);
    });
}

function entriesOf(value: unknown, block: string): Path[] {
  const entries = valueAt(value, [block]);
  const isNamed = entryOf([block, 'name']).length === 2;
  if (!isNamed || !isPlain(entries)) return [[block]];
  return Object.keys(entries).map((name) => [block, name]);
}
