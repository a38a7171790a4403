import type { ArgocdOutput, FluxOutput } from '@fleetc/core';

/** What an entry of `outputs` for Argo CD is when it says no more than it has to. */
export const argocdOutput: ArgocdOutput = {
  target: 'argocd',
  dir: 'build/argocd',
  repo: { url: 'https://git.example.com/infra.git', revision: 'main', path: 'infra/argocd' },
  namespace: 'argocd',
  project: 'acme',
  layout: 'applications',
  finalizer: false,
  health: false,
};

/** The same for Flux. */
export const fluxOutput: FluxOutput = {
  target: 'flux',
  dir: 'build/flux',
  source: {
    kind: 'git',
    url: 'https://git.example.com/infra.git',
    revision: 'main',
    path: 'infra/flux',
  },
  namespace: 'flux-system',
  interval: '10m',
  prune: true,
};
