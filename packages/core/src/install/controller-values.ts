import { itemsFrom } from '../emission/item.ts';
import { field, filled, list, type Table, within } from '../emission/table.ts';
import { caMount, caVariable, caVolume } from '../network/private-ca.ts';
import { proxyVariables } from '../network/proxy-variables.ts';
import { splitImage } from '../registry/image-name.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';
import { chartLabels } from './chart-labels.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';
import { metricsServerValues, metricsValues } from './metrics-values.ts';
import { placementValues } from './placement-values.ts';
import { webhookServerValues } from './webhook-server-values.ts';

const images: Table<InstallContext> = [
  field(
    'repository',
    'controller.images.controller',
    ({ fleet: { controller } }) => splitImage(controller.images.controller).repository,
  ),
  field(
    'tag',
    'controller.images.controller',
    ({ fleet: { controller } }) => splitImage(controller.images.controller).tag,
  ),
  field(
    'actionsRunnerRepositoryAndTag',
    'controller.images.runner',
    ({ fleet }) => fleet.controller.images.runner,
  ),
  field(
    'dindSidecarRepositoryAndTag',
    'controller.images.dind',
    ({ fleet }) => fleet.controller.images.dind,
  ),
  field('pullPolicy', 'controller.pullPolicy', ({ fleet }) => fleet.controller.imagePullPolicy),
  // Plain strings here, maps in the chart's other lists of pull secrets.
  field('actionsRunnerImagePullSecrets', 'registry.pullSecrets', ({ fleet }) =>
    filled(pullSecretNames(fleet.registry)),
  ),
];

/** ARC reads ghe.com by two addresses and an enterprise server by one. */
const github: Table<InstallContext> = [
  field(
    'githubEnterpriseServerURL',
    'github.url',
    ({
      fleet: {
        github: { product, url },
      },
    }) => (product === 'server' ? url : undefined),
  ),
  field(
    'githubURL',
    'github.url',
    ({
      fleet: {
        github: { product, url },
      },
    }) => (product === 'ghe.com' ? url.replace('://', '://api.') : undefined),
  ),
  field(
    'runnerGithubURL',
    'github.url',
    ({
      fleet: {
        github: { product, url },
      },
    }) => (product === 'ghe.com' ? url : undefined),
  ),
];

/** A map rather than a list, so that raw values can add to it. */
const environment: Table<InstallContext> = [
  ...(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const).map((name) =>
    field<InstallContext>(
      name,
      `network.proxy.${name.replace('_PROXY', '').toLowerCase()}`,
      ({ fleet }) => proxyVariables(fleet).find((variable) => variable.name === name)?.value,
    ),
  ),
  field(caVariable.name, 'network.ca', ({ fleet }) =>
    fleet.network.ca ? caVariable.value : undefined,
  ),
];

/** Values of the `actions-runner-controller` chart. */
export const controllerValues: Table<InstallContext> = [
  // A shortened release name need not contain the chart's name, and the chart would then append it.
  field('fullnameOverride', 'controller.release', ({ fleet }) => fleet.controller.release),
  field('labels', 'metadata.labels', ({ fleet }) => filled(chartLabels(fleet.labels))),
  field('replicaCount', 'controller.replicas', ({ fleet }) => fleet.controller.replicas),
  field(
    'leaderElectionId',
    'controller.leaderElectionId',
    ({ fleet }) => fleet.controller.leaderElectionId,
  ),
  field('syncPeriod', 'controller.syncPeriod', ({ fleet }) => fleet.controller.syncPeriod),
  field('logLevel', 'controller.logLevel', ({ fleet }) => fleet.controller.logLevel),
  field('logFormat', 'controller.logFormat', ({ fleet }) => fleet.controller.logFormat),
  ...github,
  field('authSecret.enabled', 'controller.credentials', () => true),
  // Never made by the chart: the token would sit in Helm's values and release history.
  field('authSecret.create', 'controller.credentials', () => false),
  field(
    'authSecret.name',
    'controller.credentials',
    ({ fleet }) => fleet.controller.credential.secret.name,
  ),
  field(
    'scope.singleNamespace',
    'controller.watch',
    ({ fleet }) => fleet.controller.watchNamespace !== undefined,
  ),
  field('scope.watchNamespace', 'controller.watch', ({ fleet }) => fleet.controller.watchNamespace),
  ...within('image', images),
  field('imagePullSecrets', 'registry.pullSecrets', pullSecretObjects),
  field('dockerRegistryMirror', 'registry.mirror.url', ({ fleet }) => fleet.registry.mirror?.url),
  ...within('env', environment),
  list('additionalVolumes', 'network.ca', ({ fleet: { network } }) =>
    itemsFrom('network.ca', network.ca ? [caVolume(network.ca)] : []),
  ),
  list('additionalVolumeMounts', 'network.ca', ({ fleet: { network } }) =>
    itemsFrom('network.ca', network.ca ? [caMount] : []),
  ),
  field('webhookPort', 'controller.admissionPort', ({ fleet }) => fleet.controller.admissionPort),
  field('dockerGID', 'controller.dockerGid', ({ fleet }) => fleet.controller.dockerGid),
  field('resources', 'controller.resources', ({ fleet }) => filled(fleet.controller.resources)),
  ...placementValues('controller.node', ({ fleet }) => fleet.controller.node),
  // Without it the chart makes a certificate authority of its own at each render.
  field('certManagerEnabled', 'controller.certManager', () => true),
  ...metricsValues,
  ...within('githubWebhookServer', webhookServerValues),
  ...within('actionsMetricsServer', metricsServerValues),
];
