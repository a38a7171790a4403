import type { CatalogueEntry } from '../catalogue.ts';
import { nameList } from './name-list.ts';

/** The pools of some entries, each once, in the order of names. */
export function poolsOf(entries: readonly CatalogueEntry[]): string[] {
  return [...new Set(entries.map(({ pool }) => pool))].sort();
}

/** Who can take a job, in words. */
export function describeTakers(entries: readonly CatalogueEntry[], orHosted: boolean): string {
  const pools = poolsOf(entries);
  const words = pools.length === 1 ? `pool ${nameList(pools)}` : `any of pools ${nameList(pools)}`;
  return orHosted ? `${words} or on a runner that GitHub hosts` : words;
}

/** A label by which a job would choose one of the entries; `undefined` when none of them has one of its own. */
export function findLabelApart(
  entries: readonly CatalogueEntry[],
  orHosted: boolean,
): string | undefined {
  if (orHosted) return '"self-hosted" for the pool';
  for (const { pool, labels } of entries) {
    const others = entries.filter((other) => other.pool !== pool);
    const own = labels.find((label) => !others.some(({ known }) => known.has(label.toLowerCase())));
    if (own !== undefined) return `"${own}" for pool "${pool}"`;
  }
  return undefined;
}
