import { field, filled, type Table, within } from '../emission/table.ts';
import { splitImage } from '../registry/image-name.ts';
import { pullSecretNames } from '../registry/pull-secrets.ts';
import { chartLabels } from './chart-labels.ts';
import { type InstallContext, pullSecretObjects } from './install-context.ts';
import { metricsServerValues, metricsValues } from './metrics-values.ts';
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

const placement: Table<InstallContext> = [
  field('nodeSelector', 'controller.node.selector', ({ fleet }) =>
    filled(fleet.controller.node.selector),
  ),
  field('tolerations', 'controller.node.tolerations', ({ fleet }) =>
    filled(fleet.controller.node.tolerations),
  ),
  field('affinity', 'controller.node.affinity', ({ fleet }) =>
    filled(fleet.controller.node.affinity),
  ),
  field('topologySpreadConstraints', 'controller.node.spread', ({ fleet }) =>
    filled(fleet.controller.node.spread),
  ),
  field(
    'priorityClassName',
    'controller.node.priorityClass',
    ({ fleet }) => fleet.controller.node.priorityClass,
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
  // Never `create`: the token would sit in Helm's values and release history.
  field('authSecret', 'controller.credentials', ({ fleet }) => ({
    enabled: true,
    create: false,
    name: fleet.controller.credential.secret.name,
  })),
  field(
    'scope.singleNamespace',
    'controller.watch',
    ({ fleet }) => fleet.controller.watchNamespace !== undefined,
  ),
  field('scope.watchNamespace', 'controller.watch', ({ fleet }) => fleet.controller.watchNamespace),
  ...within('image', images),
  field('imagePullSecrets', 'registry.pullSecrets', pullSecretObjects),
  field('dockerRegistryMirror', 'registry.mirror', ({ fleet }) => fleet.registry.mirror),
  field('dockerGID', 'controller.dockerGid', ({ fleet }) => fleet.controller.dockerGid),
  field('resources', 'controller.resources', ({ fleet }) => filled(fleet.controller.resources)),
  ...placement,
  // Without it the chart makes a certificate authority of its own at each render.
  field('certManagerEnabled', 'controller.certManager', () => true),
  ...metricsValues,
  ...within('githubWebhookServer', webhookServerValues),
  ...within('actionsMetricsServer', metricsServerValues),
];
