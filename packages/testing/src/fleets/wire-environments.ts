import type { FleetParts } from './fleet.ts';
import { compact, type Plain, pick } from './plain.ts';

/** Gives each environment a cluster of its own, some of the pools, and an override that leaves the fleet right. */
export function wireEnvironments({ environments, pools }: FleetParts): Plain | undefined {
  if (!environments) return undefined;
  const names = Object.keys(pools);
  const entries = Object.entries(environments).map(([name, { isNarrow, change }], index) => {
    const pool = pick(names, change);
    return [
      name,
      compact({
        destination: pick(destinations(index), change),
        only: isNarrow ? [pool] : undefined,
        override: pick(overrides(pick(names, change + 1), isNarrow), change),
      }),
    ];
  });
  return Object.fromEntries(entries) as Plain;
}

function destinations(index: number): readonly Plain[] {
  return [
    { name: `cluster-${index}` },
    { server: `https://10.0.0.${index}` },
    { kubeconfigSecret: `cluster-${index}` },
  ];
}

function overrides(pool: string, isNarrow: boolean): readonly (Plain | undefined)[] {
  return [
    undefined,
    {},
    { pools: { [pool]: { metadata: { labels: { environment: 'staging' } } } } },
    { pools: { [pool]: { replicas: 1 } } },
    // A pool that is named may not be taken away.
    { pools: isNarrow ? {} : { [pool]: null } },
    { metadata: { labels: { environment: 'staging' } } },
    { github: { url: 'https://ghes.example.com' } },
    { network: { proxy: { https: 'http://proxy.example.com:3128' } } },
    { namespaces: { create: false } },
    { controller: { replicas: 2 } },
    { registry: { direct: ['docker.io'] } },
    { secrets: { store: 'staging', keyPrefix: 'staging/' } },
    { credentials: {} },
    { scopes: {} },
    { profiles: {} },
  ];
}
