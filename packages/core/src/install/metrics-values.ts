import type { Metrics } from '@fleetc/fleet';
import { field, filled, type Table, within } from '../emission/table.ts';
import { type ImageParts, splitImage } from '../registry/image-name.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';
import { credentialEnvironment } from './credential-environment.ts';
import { ingressValues, webhookSecret } from './webhook-server-values.ts';

const proxyValues: Table<InstallContext> = [
  field('enabled', 'controller.metrics.proxy', (c) => metrics(c).proxy),
  field('image.repository', 'controller.images.kubeRbacProxy', (c) => proxyImage(c).repository),
  field('image.tag', 'controller.images.kubeRbacProxy', (c) => proxyImage(c).tag),
];

/**
 * Values below `metrics` and `actionsMetrics`. The chart keeps the proxy image in both, and both are always written, so
 * that switching a server on later pulls nothing from elsewhere.
 */
export const metricsValues: Table<InstallContext> = [
  field('metrics.port', 'controller.metrics.port', (c) => metrics(c).port),
  ...within('metrics.proxy', proxyValues),
  field('metrics.serviceMonitor', 'controller.metrics.serviceMonitor', monitorValues),
  field('metrics.serviceMonitorLabels', 'controller.metrics.serviceMonitor.labels', (c) =>
    filled(metrics(c).serviceMonitor?.labels),
  ),
  ...within('actionsMetrics.proxy', proxyValues),
  field('actionsMetrics.port', 'controller.metrics.port', (c) =>
    metrics(c).server ? metrics(c).port : undefined,
  ),
  field('actionsMetrics.serviceMonitor', 'controller.metrics.serviceMonitor', (c) =>
    metrics(c).server ? monitorValues(c) : undefined,
  ),
  field('actionsMetrics.serviceMonitorLabels', 'controller.metrics.serviceMonitor.labels', (c) =>
    metrics(c).server ? filled(metrics(c).serviceMonitor?.labels) : undefined,
  ),
];

/** Values below `actionsMetricsServer`. Its number of replicas must stay the chart's: the state is in memory. */
export const metricsServerValues: Table<InstallContext> = [
  field('enabled', 'controller.metrics.server', (c) => (metrics(c).server ? true : undefined)),
  field('secret', 'controller.metrics.server.secret', (c) => webhookSecret(metrics(c).server)),
  // It reads job logs, and so needs the API; the controller's Secret has what it takes.
  field('env', 'controller.metrics.server', (c) =>
    metrics(c).server ? credentialEnvironment(c.fleet.controller.credential) : undefined,
  ),
  field('imagePullSecrets', 'registry.pullSecrets', (c) =>
    metrics(c).server ? pullSecretObjects(c) : undefined,
  ),
  field('ingress', 'controller.metrics.server.ingress', (c) =>
    ingressValues(metrics(c).server?.ingress),
  ),
  field('resources', 'controller.metrics.server.resources', (c) =>
    filled(metrics(c).server?.resources),
  ),
];

function metrics({ fleet }: InstallContext): Metrics {
  return fleet.controller.metrics;
}

function proxyImage({ fleet }: InstallContext): ImageParts {
  return splitImage(fleet.controller.images.kubeRbacProxy);
}

// The key is `enable`, unlike everywhere else in the chart.
function monitorValues(context: InstallContext): object | undefined {
  const monitor = metrics(context).serviceMonitor;
  if (!monitor) return undefined;
  const { interval, timeout } = monitor;
  return {
    enable: true,
    ...(interval !== undefined && { interval }),
    ...(timeout !== undefined && { timeout }),
  };
}
