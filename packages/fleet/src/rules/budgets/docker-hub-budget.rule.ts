import { hubBudget, type HubUse } from '../../capacity/hub-budget.ts';
import { dockerHubPulls } from '../../capacity/service-limits.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const { anonymous, windowHours } = dockerHubPulls;

const pool = (max: number) =>
  exampleFleet(
    `registry: { direct: [docker.io] }\npools:\n  ci: { autoscale: { min: 1, max: ${max}, on: { busy: {} } } }`,
  );

export const dockerHubBudget = defineCheck<{ pulls: number; pools: readonly HubUse[] }>({
  code: 'FLC4902',
  name: 'docker-hub-budget',
  severity: 'warning',
  title: 'Runners may pull more from Docker Hub than one address may without a login',
  message: ({ pulls, pools }) =>
    `every runner starting once pulls ${pulls} images from Docker Hub, of ${anonymous} in ${windowHours} hours without a login: ${sum(pools)}`,
  label: () => 'without a login',
  why: 'above the limit Docker Hub answers 429 and pods wait in ImagePullBackOff; counted at maximum scale as if each runner were alone on a new node and all nodes shared one egress address, without what jobs pull themselves',
  fix: 'set "registry.proxy", or "registry.pullSecrets" with a login at docker.io, or lower the maximums',
  source: 'https://docs.docker.com/docker-hub/usage/pulls/',
  examples: { bad: pool(60), good: pool(50) },
  check(fleet, report) {
    // Where the file does not say that Docker Hub is meant, FLC4421 or FLC4422 reports that it is used at all.
    if (!fleet.registry.direct.includes('docker.io')) return;
    const { pulls, pools, login } = hubBudget(fleet);
    if (login !== undefined || pulls <= anonymous) return;
    const related = biggest(pools).map((use) => ({
      path: ['pools', use.pool],
      text: `${use.pulls} of them`,
    }));
    report({ pulls, pools }, ['registry', 'direct'], { related });
  },
});

/** `2 images × 60`, added up over pools that pull equally many. */
function sum(pools: readonly HubUse[]): string {
  const runners = new Map<number, number>();
  for (const use of pools) {
    runners.set(use.images.length, (runners.get(use.images.length) ?? 0) + use.runners);
  }
  return [...runners]
    .sort(([a], [b]) => b - a)
    .map(([images, count]) => `${images} ${images === 1 ? 'image' : 'images'} × ${count}`)
    .join(' + ');
}

function biggest(pools: readonly HubUse[]): HubUse[] {
  return [...pools].sort((a, b) => b.pulls - a.pulls).slice(0, 3);
}
