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
}

/**
 * The Kubernetes that charts are rendered for. Without one, the version that the helm at hand was built for would decide;
 * the charts of fleetc make no difference above their least version, and cert-manager's is the highest.
 */
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
  };
}

/** The values of a release, relative to the overlay; a stage has one release at most. */
export function valuesFile(stage: ReleaseItem['stage']): string {
  return `values/${stage}.yaml`;
}
