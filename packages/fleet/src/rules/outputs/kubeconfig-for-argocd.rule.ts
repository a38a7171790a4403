import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (destination: string) =>
  exampleFleet(`outputs:
  - { target: argocd, dir: build/argocd, repo: { url: https://git.example.com/infra.git } }
environments:
  production: { destination: ${destination} }`);

export const kubeconfigForArgocd = defineCheck<{ environment: string }>({
  code: 'FLC4863',
  name: 'kubeconfig-for-argocd',
  severity: 'error',
  title: 'Argo CD is given a cluster in words that only Flux understands',
  message: ({ environment }) =>
    `environment "${environment}" names its cluster by a kubeconfig, which Argo CD does not read`,
  label: () => 'for Flux only',
  why: 'Argo CD knows clusters by name or by server; without either it would install into its own',
  fix: 'give the "name" or "server" under which Argo CD knows the cluster, or build this fleet for Flux alone',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters',
  examples: { bad: fleetOf('{ kubeconfigSecret: main }'), good: fleetOf('{ name: main }') },
  check({ outputs, environment, destination }, report) {
    if (destination.kubeconfigSecret === undefined) return;
    const index = outputs.findIndex(({ target }) => target === 'argocd');
    if (index < 0) return;
    const path = ['environments', environment, 'destination', 'kubeconfigSecret'];
    const related = [
      { path: ['outputs', index, 'target'], text: 'built for Argo CD', part: 'value' },
    ] as const;
    report({ environment }, path, { related });
  },
});
