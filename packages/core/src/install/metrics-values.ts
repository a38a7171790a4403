import type { Metrics } from '@fleetc/fleet';
import { field, filled, type Table, within } from '../emission/table.ts';
import { type ImageParts, splitImage } from '../registry/image-name.ts';
import type { InstallContext } from './install-context.ts';
import { serverValues } from './server-values.ts';

const monitorFrom = 'controller.metrics.serviceMonitor';

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
  ...within(
    'metrics',
    monitorValues(() => true),
  ),
  ...within('actionsMetrics.proxy', proxyValues),
  field('actionsMetrics.port', 'controller.metrics.port', (c) =>
    hasServer(c) ? metrics(c).port : undefined,
  ),
  ...within('actionsMetrics', monitorValues(hasServer)),
];

/** Values below `actionsMetricsServer`. Its number of replicas must stay the chart's: the state is in memory. */
export const metricsServerValues: Table<InstallContext> = serverValues({
  from: 'controller.metrics.server',
  suffix: 'actions-metrics-server',
  serverOf: ({ controller }) => controller.metrics.server,
  // It reads job logs.
  asksGitHub: () => true,
  askedFrom: 'controller.metrics.server',
});

// The key is `enable`, unlike everywhere else in the chart.
function monitorValues(isScraped: (context: InstallContext) => boolean): Table<InstallContext> {
  const monitor = (c: InstallContext) => (isScraped(c) ? metrics(c).serviceMonitor : undefined);
  return [
    field('serviceMonitor.enable', monitorFrom, (c) => (monitor(c) ? true : undefined)),
    field('serviceMonitor.interval', `${monitorFrom}.interval`, (c) => monitor(c)?.interval),
    field('serviceMonitor.timeout', `${monitorFrom}.timeout`, (c) => monitor(c)?.timeout),
    field('serviceMonitorLabels', `${monitorFrom}.labels`, (c) => filled(monitor(c)?.labels)),
  ];
}

function metrics({ fleet }: InstallContext): Metrics {
  return fleet.controller.metrics;
}

function hasServer(context: InstallContext): boolean {
  return metrics(context).server !== undefined;
}

function proxyImage({ fleet }: InstallContext): ImageParts {
  return splitImage(fleet.controller.images.kubeRbacProxy);
}
