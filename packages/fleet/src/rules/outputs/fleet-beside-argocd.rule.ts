import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (namespace: string) =>
  exampleFleet(`controller: { namespace: ${namespace} }
outputs:
  - { target: argocd, dir: build/argocd, repo: { url: https://git.example.com/infra.git } }`);

export const fleetBesideArgocd = defineCheck<{ namespace: string }>({
  code: 'FLC4865',
  name: 'fleet-beside-argocd',
  severity: 'error',
  title: 'The fleet is installed into the namespace of Argo CD',
  message: ({ namespace }) => `namespace "${namespace}" is the one of Argo CD`,
  label: () => 'the namespace of Argo CD',
  why: 'a project that may write there may write Applications and projects, too, and with them may do whatever Argo CD may',
  fix: 'choose another namespace for the fleet, or say in "outputs" which one is that of Argo CD',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/security/',
  examples: { bad: fleetOf('argocd'), good: fleetOf('arc') },
  check(fleet, report) {
    if (!isOwnCluster(fleet)) return;
    const taken = fleet.outputs.flatMap((output) =>
      output.target === 'argocd' ? [output.namespace] : [],
    );
    const reported = new Set<string>();
    for (const { namespace, path } of namespaces(fleet)) {
      if (!taken.includes(namespace) || reported.has(namespace)) continue;
      reported.add(namespace);
      report({ namespace }, path);
    }
  },
});

/** Whether it is the cluster that Argo CD runs in, as far as the file says. */
function isOwnCluster({ destination: { name, server, kubeconfigSecret } }: Fleet): boolean {
  if (kubeconfigSecret !== undefined) return false;
  if (name !== undefined) return name === 'in-cluster';
  return server === undefined || server === 'https://kubernetes.default.svc';
}

function namespaces({ controller, pools }: Fleet): { namespace: string; path: Path }[] {
  const { certManager } = controller;
  const owners = [controller, ...(certManager.install ? [certManager] : []), ...pools];
  return owners.map(({ namespace, path }) => ({ namespace, path: [...path, 'namespace'] }));
}
