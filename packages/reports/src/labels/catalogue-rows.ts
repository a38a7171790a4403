import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { type Suggestion, suggestRunsOn } from './suggest-runs-on.ts';

/** An entry with what the printed forms say of it. */
export interface CatalogueRow {
  readonly entry: CatalogueEntry;
  readonly suggestion: Suggestion;
  /** The pool's own labels behind those that GitHub adds. */
  readonly allLabels: readonly string[];
  /** `2`, or `0-40` with an autoscaler. */
  readonly runners: string;
  readonly lifetime: 'one job' | 'many jobs';
}

/** Works out what is printed of every entry, in the order of the catalogue. */
export function toRows({ entries }: Catalogue): CatalogueRow[] {
  return entries.map((entry) => {
    const own = new Set(entry.labels.map((label) => label.toLowerCase()));
    const { min, max } = entry.runners;
    return {
      entry,
      suggestion: suggestRunsOn(entry, entries),
      allLabels: [...entry.implied.filter((label) => !own.has(label)), ...entry.labels],
      runners: min === max ? `${min}` : `${min}-${max}`,
      lifetime: entry.ephemeral ? 'one job' : 'many jobs',
    };
  });
}
