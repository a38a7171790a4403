import type { Fleet, Pool, Registry } from '../model.ts';
import { createHubTest } from './hub-test.ts';
import { poolRunners } from './runner-range.ts';

/** What the runners of one pool pull from Docker Hub. */
export interface HubUse {
  readonly pool: string;
  /** Images of one pod that come from there, upstream. */
  readonly images: readonly string[];
  /** At maximum, over all scopes. */
  readonly runners: number;
  readonly pulls: number;
}

/** Pulls from Docker Hub at maximum scale, all counted against one egress address. */
export interface HubBudget {
  /** Pools that pull from there, in the order of names. */
  readonly pools: readonly HubUse[];
  readonly pulls: number;
  /** Name of the credential that the cluster logs in with. */
  readonly login?: string;
}

/**
 * How often a runner counts in one window. A node keeps what it pulled, and a tag that did not move is asked for by HEAD,
 * which Docker Hub does not count: the jobs that follow on the same node pull nothing, whatever the pull policy says. So
 * each runner counts once, as if it were alone on its node. A new node for every job costs as much again each time.
 */
const startsPerWindow = 1;

/** Counts what every runner pulls when it starts; images that jobs pull themselves are not in the file. */
export function hubBudget(fleet: Fleet): HubBudget {
  const isFromHub = createHubTest(fleet.registry);
  const pools = fleet.pools.flatMap((pool): HubUse[] => {
    const images = podImages(fleet, pool).filter(isFromHub);
    const runners = poolRunners(pool).maximum;
    if (images.length === 0 || runners === 0) return [];
    return [{ pool: pool.name, images, runners, pulls: runners * images.length * startsPerWindow }];
  });
  const pulls = pools.reduce((sum, use) => sum + use.pulls, 0);
  const login = hubLogin(fleet.registry);
  return { pools, pulls, ...(login !== undefined && { login }) };
}

function podImages({ controller }: Fleet, { image, docker }: Pool): string[] {
  const runner = image.pullPolicy === 'Never' ? [] : [image.reference];
  return docker.mode === 'sidecar' ? [...runner, docker.image ?? controller.images.dind] : runner;
}

function hubLogin({ pullSecrets }: Registry): string | undefined {
  return pullSecrets.find(({ server }) => /(^|\.)docker\.io$/.test(server))?.name;
}
