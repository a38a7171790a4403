import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';

const fleetOf = (environment: string) =>
  exampleFleet(`outputs:
  - { target: argocd, dir: build/argocd, repo: { url: https://git.example.com/infra.git } }
environments:
  production: ${environment}`);

export const environmentWithoutCluster = defineCheck<{ environment: string }>({
  code: 'FLC4864',
  name: 'environment-without-cluster',
  severity: 'warning',
  title: 'An environment goes into the cluster of Argo CD because it names none',
  message: ({ environment }) =>
    `environment "${environment}" names no cluster, and Argo CD installs it into its own`,
  label: () => 'no "destination"',
  why: 'elsewhere an environment without a destination is where kubectl points to; with Argo CD two of them would be one cluster, and each would undo the other',
  fix: 'name the cluster as Argo CD knows it, its own as "server: https://kubernetes.default.svc"',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters',
  examples: { bad: fleetOf('{}'), good: fleetOf('{ destination: { name: main } }') },
  check({ outputs, environment, destination }, report) {
    // A fleet without environments has this one, and nothing that it could be mistaken for.
    if (environment === 'default' || Object.keys(destination).length > 0) return;
    const index = outputs.findIndex(({ target }) => target === 'argocd');
    if (index < 0) return;
    const related = [
      { path: ['outputs', index, 'target'], text: 'built for Argo CD', part: 'value' },
    ] as const;
    report({ environment }, ['environments', environment], { part: 'key', related });
  },
});
