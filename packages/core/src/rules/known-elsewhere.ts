import type { Refusal } from './refusal.ts';

const unreleased = 'remove it; no released chart reads it';
const ofScaleSets = 'remove it; the charts of scale sets have it, and this controller has none';

/** Chart values that people bring along from other versions and other charts. */
const values: Readonly<Record<string, string>> = {
  'namespaceOverride': unreleased,
  'healthProbeBindAddress': unreleased,
  'livenessProbe': unreleased,
  'readinessProbe': unreleased,
  'createDummySecret': "remove it; it serves the chart's own tests",
  'watchNamespace': 'use "controller.watch"',
  'githubWebhookServer.syncPeriod':
    'remove it; the server polls nothing, and "controller.syncPeriod" is the controller\'s',
  'actionsMetrics.env': 'move it to "actionsMetricsServer.env"',
  'githubConfigUrl': 'use "scopes"',
  'githubConfigSecret': 'use "credentials"',
  'maxRunners': 'use "autoscale.max" of a pool',
  'minRunners': 'use "autoscale.min" of a pool',
  'runnerGroup': 'use "runnerGroup" of a scope or pool',
  'runnerScaleSetName': ofScaleSets,
  'containerMode': 'use "docker" of a pool',
  'template': 'use "pod" of a pool',
  'listenerTemplate': ofScaleSets,
  'listenerMetrics': ofScaleSets,
  'controllerServiceAccount': ofScaleSets,
  'flags': ofScaleSets,
};

/** Pod fields that the definition of a RunnerDeployment lacks and that of a RunnerSet has. */
const ofSetsOnly = new Set([
  'activeDeadlineSeconds',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'hostUsers',
  'hostname',
  'nodeName',
  'os',
  'overhead',
  'preemptionPolicy',
  'priority',
  'readinessGates',
  'resourceClaims',
  'schedulerName',
  'schedulingGates',
  'setHostnameAsFQDN',
  'shareProcessNamespace',
  'subdomain',
]);

const podField = /^spec\.template\.spec\.(\w+)$/;

/** What to do about a field that is known, but not there; nothing for a field that is known nowhere. */
export function knownElsewhere({ subject, field }: Refusal): string | undefined {
  if (subject === 'chart "actions-runner-controller"') {
    return Object.hasOwn(values, field) ? values[field] : undefined;
  }
  const name = podField.exec(field)?.[1] ?? '';
  const isOfSets = subject.startsWith('RunnerDeployment ') && ofSetsOnly.has(name);
  return isOfSets ? 'only a RunnerSet has it: use "kind: set", or remove it' : undefined;
}
