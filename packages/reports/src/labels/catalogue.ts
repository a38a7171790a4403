import type { Path } from '@fleetc/diagnostics';
import type { Docker, Fleet, GitHub, Pool, Scope } from '@fleetc/fleet';
import { architectureLabels, architectureOf, systemOf } from './architecture.ts';
import { reaches } from './scope-reach.ts';

/** What jobs can ask for: every pool of one environment at every scope that it serves. */
export interface Catalogue {
  readonly fleet: string;
  readonly environment: string;
  readonly product: GitHub['product'];
  /** In the order of scopes, then of pools. */
  readonly entries: readonly CatalogueEntry[];
}

/** The runners of one pool at one scope. */
export interface CatalogueEntry {
  readonly pool: string;
  readonly path: Path;
  readonly scope: Scope;
  /** The runner group that they are in; repositories have none. */
  readonly group?: string;
  /** As the pool has them. */
  readonly labels: readonly string[];
  /** What GitHub adds, in lower case. */
  readonly implied: readonly string[];
  /** All labels in lower case, which is how GitHub compares them. */
  readonly known: ReadonlySet<string>;
  /** Whether neither nodes nor labels of the pool tell the processor, so that `x64`, `arm64` or `arm` may be implied too. */
  readonly anyArchitecture: boolean;
  readonly runners: { readonly min: number; readonly max: number };
  readonly scaling: Scaling;
  readonly ephemeral: boolean;
  readonly docker: Docker['mode'];
}

/** Which labels of a job the autoscaler compares with those of the pool, and how. */
export type Scaling = 'none' | 'any-case' | 'same-case';

/** The group of runners that are put into none. */
export const defaultGroup = 'Default';

/** Lists the runners of a fleet; with a repository, `owner/name`, those that it can use. */
export function listRunners(fleet: Fleet, repository?: string): Catalogue {
  const entries = fleet.pools
    .flatMap((pool) => pool.scopes.map((scope) => toEntry(pool, scope)))
    .filter(({ scope }) => repository === undefined || reaches(scope.target, repository));
  return {
    fleet: fleet.name,
    environment: fleet.environment,
    product: fleet.github.product,
    entries: entries.sort((a, b) => compare(a.scope.name, b.scope.name)),
  };
}

function toEntry(pool: Pool, scope: Scope): CatalogueEntry {
  const architecture = architectureOf(pool.node);
  const implied = [
    'self-hosted',
    systemOf(pool.node),
    ...(architecture === undefined ? [] : [architecture]),
  ];
  const known = new Set([...implied, ...pool.labels].map((label) => label.toLowerCase()));
  const { replicas = 0, autoscale } = pool;
  const group = scope.target.level === 'repository' ? undefined : groupOf(pool, scope);
  return {
    pool: pool.name,
    path: pool.path,
    scope,
    ...(group !== undefined && { group }),
    labels: pool.labels,
    implied,
    known,
    anyArchitecture: ![...architectureLabels].some((label) => known.has(label)),
    runners: { min: autoscale?.min ?? replicas, max: autoscale?.max ?? replicas },
    scaling: scalingOf(pool),
    ephemeral: pool.ephemeral,
    docker: pool.docker.mode,
  };
}

function groupOf(pool: Pool, scope: Scope): string {
  return pool.runnerGroup ?? scope.runnerGroup ?? defaultGroup;
}

// The share of busy runners does not look at labels, so it makes up for what the others miss.
function scalingOf({ autoscale }: Pool): Scaling {
  if (!autoscale || autoscale.busy) return 'none';
  if (autoscale.webhook) return 'any-case';
  return autoscale.queued ? 'same-case' : 'none';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
