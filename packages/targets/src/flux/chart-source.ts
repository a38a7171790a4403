import type { HelmRelease as Release } from '@fleetc/core';
import type { HelmRelease, HelmRepository, OCIRepository } from '@fleetc/kubernetes';
import { agentLabels } from '../gitops/names.ts';
import { isRegistry } from '../layout/helm-commands.ts';
import type { Environment, FluxOptions } from './environment.ts';

const apiVersion = 'source.toolkit.fluxcd.io/v1';

/** What fetches the chart of a release: each release has one of its own, so that none depends on another. */
export function createChartSource(
  { bundle }: Environment,
  name: string,
  { release, options }: { readonly release: Release; readonly options: FluxOptions },
): HelmRepository | OCIRepository {
  const { namespace, interval } = options.output;
  const metadata = { name, namespace, labels: agentLabels(bundle, options) };
  const url = release.repository.replace(/\/+$/, '');
  if (!isRegistry(release.repository)) {
    return { apiVersion, kind: 'HelmRepository', metadata, spec: { interval, url } };
  }
  return {
    apiVersion,
    kind: 'OCIRepository',
    metadata,
    spec: {
      interval,
      url: `${url}/${release.chart}`,
      // A tag has no plus sign; Helm writes an underscore for it.
      ref: { tag: release.version.replaceAll('+', '_') },
      layerSelector: {
        mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
        operation: 'copy',
      },
    },
  };
}

/** How a HelmRelease refers to its chart. */
export function chartReference(
  release: Release,
  name: string,
): Pick<HelmRelease['spec'], 'chart' | 'chartRef'> {
  if (isRegistry(release.repository)) return { chartRef: { kind: 'OCIRepository', name } };
  const { chart, version } = release;
  return { chart: { spec: { chart, version, sourceRef: { kind: 'HelmRepository', name } } } };
}
