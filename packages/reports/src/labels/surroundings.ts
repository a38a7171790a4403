import type { GitHub } from '@fleetc/fleet';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { reaches } from './scope-reach.ts';
import { hostedLabels } from './tables/hosted-labels.ts';
import type { Request } from './workflows/request.ts';

/** What a job can reach. */
export interface Surroundings {
  readonly product: GitHub['product'];
  /** The runners that the repository of the job can use; all of them when it is not known. */
  readonly reachable: readonly CatalogueEntry[];
  /** Those that it cannot use. */
  readonly beyond: readonly CatalogueEntry[];
  /** Labels and runner groups, in lower case, of runners outside of the fleet. */
  readonly elsewhere: ReadonlySet<string>;
}

/** What is known of where jobs come from and where else they may run. */
export interface Whereabouts {
  /** `owner/name` of the repository that holds the workflows; absent, every scope counts. */
  readonly repository?: string;
  /** Labels and runner groups of runners outside of the fleet. */
  readonly elsewhere?: readonly string[];
}

/** Splits the runners of a fleet into those that the jobs of a repository can use and the others. */
export function surround(
  { product, entries }: Catalogue,
  { repository, elsewhere = [] }: Whereabouts,
): Surroundings {
  const isReachable = ({ scope }: CatalogueEntry) =>
    repository === undefined || reaches(scope.target, repository);
  return {
    product,
    reachable: entries.filter(isReachable),
    beyond: entries.filter((entry) => !isReachable(entry)),
    elsewhere: new Set(elsewhere.map((name) => name.toLowerCase())),
  };
}

/** Whether GitHub's own runners would take a job: they have one label each, and no groups that are known here. */
export function isHosted({ labels, group, doubts }: Request, { product }: Surroundings): boolean {
  if (product === 'server' || group || doubts.length > 0) return false;
  const [label, ...others] = new Set(labels.map(({ text }) => text.toLowerCase()));
  return others.length === 0 && label !== undefined && hostedLabels.has(label);
}
