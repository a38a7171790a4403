import type { ReleaseItem } from '@fleetc/core';

/** An entry of `helmCharts`. */
export interface HelmChart {
  readonly name: string;
  readonly repo: string;
  readonly version: string;
  readonly releaseName: string;
  readonly namespace: string;
  readonly kubeVersion: string;
  readonly valuesFile: string;
  readonly includeCRDs: true;
  readonly skipHooks: true;
}

/** The Kubernetes that charts are rendered for; without one, the helm at hand would decide. */
export const kubeVersion = '1.31.0';

/** What makes kustomize inflate the chart of a release. */
export function toHelmChart({ stage, release }: ReleaseItem): HelmChart {
  return {
    name: release.chart,
    repo: release.repository,
    version: release.version,
    releaseName: release.name,
    // Since 5.8 charts take their namespace from here alone.
    namespace: release.namespace,
    kubeVersion,
    valuesFile: valuesFile(stage),
    includeCRDs: true,
    // To kubectl a hook is an object like any other, and the Job of cert-manager's check cannot be changed by an update.
    skipHooks: true,
  };
}

/** The values of a release, relative to the overlay; a stage has one release at most. */
export function valuesFile(stage: ReleaseItem['stage']): string {
  return `values/${stage}.yaml`;
}
