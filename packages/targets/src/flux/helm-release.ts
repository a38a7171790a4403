import type { HelmRelease as Release, ReleaseItem } from '@fleetc/core';
import type { HelmRelease } from '@fleetc/kubernetes';
import { agentLabels } from '../gitops/names.ts';
import { chartReference } from './chart-source.ts';
import type { Environment, FluxOptions } from './environment.ts';
import { kubeConfigOf } from './kube-config.ts';
import { retryInterval } from './kustomization.ts';

/**
 * A HelmRelease beside Flux itself, so that it can install into another cluster, too, and that it refers to nothing in
 * another namespace. Values stand in it, where whoever reviews a change sees them.
 */
export function createHelmRelease(
  { bundle }: Environment,
  name: string,
  { item, options }: { readonly item: ReleaseItem; readonly options: FluxOptions },
): HelmRelease {
  const { release, stage } = item;
  const { namespace, interval } = options.output;
  const action = { ...crdsOf(stage), strategy: { name: 'RetryOnFailure', retryInterval } } as const;
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name, namespace, labels: agentLabels(bundle, options) },
    spec: {
      interval,
      timeout: '10m',
      ...chartReference(release, name),
      // Flux would derive other names, and a release of another name is another release.
      releaseName: release.name,
      targetNamespace: release.namespace,
      storageNamespace: release.namespace,
      ...kubeConfigOf(bundle),
      install: action,
      upgrade: action,
      driftDetection: { mode: 'enabled' },
      ...valuesOf(release),
    },
  };
}

// The controller's chart keeps its definitions in the folder that Helm never updates.
function crdsOf(stage: ReleaseItem['stage']): { crds?: 'CreateReplace' } {
  return stage === 'controller' ? { crds: 'CreateReplace' } : {};
}

function valuesOf({ values }: Release): Pick<HelmRelease['spec'], 'values'> {
  return Object.keys(values).length > 0 ? { values } : {};
}
