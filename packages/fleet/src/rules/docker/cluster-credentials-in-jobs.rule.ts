import type { Path } from '@fleetc/diagnostics';
import type { Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const pool = (volume: string) =>
  exampleFleet(`pools:\n  ci: { scope: web, volumes: { ${volume} } }`);

/** Names by which files with the keys to a cluster are called. */
const clusterFile = /kube-?config|talos-?config|(^|\/)\.kube($|\/)/i;

export const clusterCredentialsInJobs = defineCheck<{ pool: string }>({
  code: 'FLC4433',
  name: 'cluster-credentials-in-jobs',
  severity: 'info',
  title: 'Every job can use the keys to a cluster',
  message: ({ pool: name }) => `every job of pool "${name}" can use the keys to a cluster`,
  label: () => 'readable by every job',
  why: 'any workflow that lands on the pool can use them, a pull request from a stranger included where those are allowed',
  fix: 'give the pool a scope or runner group of its own, or let jobs ask for short-lived credentials; silence this note if it is meant',
  source:
    'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
  examples: {
    bad: pool('kubeconfig: { mountPath: /home/runner/.kube, secret: { name: prod } }'),
    good: pool('settings: { mountPath: /settings, secret: { name: ci-settings } }'),
  },
  check(fleet, report) {
    for (const owner of fleet.pools) {
      const path = clusterFileOf(owner);
      if (path) report({ pool: owner.name }, path, { part: 'key' });
    }
  },
});

function clusterFileOf({ path, volumes, env }: Pool): Path | undefined {
  const volume = volumes.find(
    ({ name, mountPath, source }) =>
      source.type === 'secret' &&
      [name, mountPath ?? '', source.secret].some((text) => clusterFile.test(text)),
  );
  if (volume) return [...path, 'volumes', volume.name];
  const variable = env.find((entry) => 'secret' in entry && clusterFile.test(entry.name));
  return variable && [...path, 'env', variable.name];
}
