import { deriveName } from '@fleetc/notation';
import type { Plain } from './plain.ts';

/** Runner version whose images are the default; a fixed version, because `latest` moved to another Ubuntu in 2025. */
const runnerTag = 'v2.335.1-ubuntu-22.04';

/**
 * Longest derived release. The chart puts `<release>-actions-metrics-server` into a label without shortening it, and a
 * label value ends at 63 characters.
 */
const releaseBudget = 40;

/** Built-in values of everything but pools, for a fleet of this name. */
export function fleetDefaults(name: string): Plain {
  const release = deriveName(`${name}-actions-runner-controller`, releaseBudget);
  return {
    metadata: { namePrefix: `${name}-`, labels: {}, annotations: {} },
    github: { url: 'https://github.com' },
    namespaces: { create: true },
    controller: {
      namespace: 'actions-runner-system',
      release,
      watch: 'namespace',
      replicas: 1,
      leaderElectionId: release,
      images: {
        controller: 'summerwind/actions-runner-controller:v0.27.6',
        kubeRbacProxy: 'quay.io/brancz/kube-rbac-proxy:v0.13.1',
        runner: `summerwind/actions-runner:${runnerTag}`,
        // The docker version that the runner image's own client has.
        dind: 'docker:28.0.4-dind',
      },
      chart: {
        repository: 'https://actions-runner-controller.github.io/actions-runner-controller',
        version: '0.23.7',
        values: {},
      },
      certManager: {
        install: true,
        namespace: 'cert-manager',
        release: 'cert-manager',
        chart: { repository: 'https://charts.jetstack.io', version: 'v1.21.1', values: {} },
      },
      metrics: { port: 8443, proxy: true },
    },
    registry: { direct: [], pullSecrets: {}, images: {} },
    secrets: {},
  };
}

/** Built-in values of every pool, below all profiles. */
export const poolDefaults: Plain = {
  kind: 'deployment',
  replicas: 1,
  ephemeral: true,
  docker: { sidecar: {} },
};

/** The image of a pool that names none. ARC does not change it with the docker mode, so fleetc does. */
export function defaultRunnerImage(mode: string, controllerRunner: string): string {
  if (mode === 'inRunner') return `summerwind/actions-runner-dind:${runnerTag}`;
  if (mode === 'rootless') return `summerwind/actions-runner-dind-rootless:${runnerTag}`;
  return controllerRunner;
}
