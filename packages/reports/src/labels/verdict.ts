import type { CatalogueEntry } from './catalogue.ts';
import type { Doubt, Placed } from './workflows/request.ts';

/** What becomes of what a job asks for. */
export type Verdict =
  /** One pool takes it, or several of which no repository can use two. */
  | { readonly status: 'served'; readonly entries: readonly CatalogueEntry[] }
  /** Several pools can take it, or a pool and GitHub's own runners. */
  | {
      readonly status: 'ambiguous';
      readonly entries: readonly CatalogueEntry[];
      readonly orHosted: boolean;
    }
  /** GitHub's own runners take it. */
  | { readonly status: 'hosted' }
  /** Runners that are said to be outside of the fleet take it. */
  | { readonly status: 'elsewhere' }
  | { readonly status: 'never'; readonly reason: NeverReason }
  /** Entries are those that may take it. */
  | {
      readonly status: 'unknown';
      readonly reason: UnknownReason;
      readonly entries: readonly CatalogueEntry[];
    };

/** Why no runner ever takes a job. */
export type NeverReason =
  /** No pool has the label. */
  | ({ readonly kind: 'label'; readonly label: Placed; readonly near?: string } & Bounds)
  /** Every label is that of some pool, and all of them those of none. */
  | ({ readonly kind: 'labels'; readonly labels: readonly Placed[] } & Bounds)
  | { readonly kind: 'group'; readonly group: Placed; readonly near?: string }
  | { readonly kind: 'retired'; readonly label: Placed }
  | { readonly kind: 'server'; readonly label: Placed }
  /** GitHub's own runners have the label, and no other. */
  | { readonly kind: 'mixed'; readonly label: Placed }
  /** A pool would take it, but at a scope that the repository is not in. */
  | { readonly kind: 'scope'; readonly entry: CatalogueEntry };

/** Which pools were looked at. */
export interface Bounds {
  /** Only those in this runner group. */
  readonly within?: string;
  /** Whether pools were left out because the repository cannot use them. */
  readonly isNarrowed: boolean;
}

/** What would have to be known. */
export type UnknownReason =
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'architecture' | 'larger-runner'; readonly label: Placed }
  | { readonly kind: 'group'; readonly group: Placed; readonly near?: string }
  /** It could never start, if the matrix does not leave it out. */
  | { readonly kind: 'excluded' };
