import type { Fleet, Pool, Scope } from '../../model.ts';

/** One pool at one scope, in the words by which GitHub and ARC match jobs. */
export interface Seat {
  readonly pool: Pool;
  readonly scope: Scope;
  /** The account or repository without letter case, `organization acme`. */
  readonly target: string;
  /** The organization above a repository, as a target. */
  readonly above?: string;
  /** Empty for GitHub's default group, and at a repository, which has none. */
  readonly group: string;
  /** What a job asks for that is meant for this pool: its own labels in lower case. */
  readonly wanted: readonly string[];
  /** Every label that its runners have at GitHub, in lower case. */
  readonly offered: ReadonlySet<string>;
  /** One text for each set of labels. */
  readonly offer: string;
  /** Whether the number of runners follows single jobs, told by webhooks or counted in the queue. */
  readonly followsJobs: boolean;
}

/** Every pool at every scope that it serves, in the order of pools. */
export function seatsOf(fleet: Fleet): Seat[] {
  return fleet.pools.flatMap((pool) => {
    const labels = labelsOf(pool);
    const { webhook, queued } = pool.autoscale ?? {};
    const followsJobs = webhook !== undefined || queued !== undefined;
    return pool.scopes.map((scope): Seat => {
      return {
        pool,
        scope,
        ...placeOf(scope),
        group: groupOf(pool, scope),
        ...labels,
        followsJobs,
      };
    });
  });
}

/** The runner group of a pool at a scope; empty for GitHub's default group and where there are no groups. */
function groupOf(pool: Pool, scope: Scope): string {
  if (scope.target.level === 'repository') return '';
  const group = (pool.runnerGroup ?? scope.runnerGroup ?? '').toLowerCase();
  return group === 'default' ? '' : group;
}

function labelsOf(pool: Pool): Pick<Seat, 'wanted' | 'offered' | 'offer'> {
  const own = pool.labels.map((label) => label.toLowerCase());
  const wanted = [...new Set(own)].filter((label) => label !== 'self-hosted').sort();
  const offered = new Set(['self-hosted', ...impliedLabels(pool), ...own]);
  return { wanted, offered, offer: [...offered].sort().join() };
}

/** The labels by system and processor that GitHub gives to a pool's runners, as far as its node selector tells. */
export function impliedLabels({ node }: Pool): string[] {
  const system = node.selector?.['kubernetes.io/os'] === 'windows' ? 'windows' : 'linux';
  const processor = processors[node.selector?.['kubernetes.io/arch'] ?? ''];
  return processor === undefined ? [system] : [system, processor];
}

/** GitHub's words for the processors that Kubernetes names. */
const processors: Readonly<Record<string, string>> = { amd64: 'x64', arm64: 'arm64', arm: 'arm' };

function placeOf({ target }: Scope): Pick<Seat, 'target' | 'above'> {
  switch (target.level) {
    case 'enterprise':
      return { target: `enterprise ${target.enterprise.toLowerCase()}` };
    case 'organization':
      return { target: `organization ${target.organization.toLowerCase()}` };
    case 'repository': {
      const name = target.repository.toLowerCase();
      return { target: `repository ${name}`, above: `organization ${name.split('/')[0]}` };
    }
  }
}
