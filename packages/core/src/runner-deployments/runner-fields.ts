import { addOwnerLabels } from '../emission/object-metadata.ts';
import { field, filled, list, type Table } from '../emission/table.ts';
import { initContainers } from './containers.ts';
import { dockerConfigContainer } from './docker-config.ts';
import { type RunnerContext, credentialSecret } from './runner-context.ts';
import { podVolumes } from './volumes.ts';

/** What ARC calls RunnerConfig: the fields that a RunnerDeployment's template and a RunnerSet share. */
export const runnerConfig: Table<RunnerContext> = [
  field('enterprise', 'scope.enterprise', ({ scope: { target } }) =>
    target.level === 'enterprise' ? target.enterprise : undefined,
  ),
  field('organization', 'scope.organization', ({ scope: { target } }) =>
    target.level === 'organization' ? target.organization : undefined,
  ),
  field('repository', 'scope.repository', ({ scope: { target } }) =>
    target.level === 'repository' ? target.repository : undefined,
  ),
  field('group', 'scope.runnerGroup', ({ pool, scope }) =>
    pool.runnerGroup === undefined && hasGroups(scope) ? scope.runnerGroup : undefined,
  ),
  field('group', 'pool.runnerGroup', ({ pool, scope }) =>
    hasGroups(scope) ? pool.runnerGroup : undefined,
  ),
  field('labels', 'pool.labels', ({ pool }) => filled(pool.labels)),
  field('ephemeral', 'pool.ephemeral', ({ pool }) => pool.ephemeral),
  field('image', 'pool.image.reference', ({ pool }) => pool.image.reference),
  field('workDir', 'pool.workDir', ({ pool }) => pool.workDir),
  field('dockerEnabled', 'pool.docker', ({ mode }) => mode.fields.dockerEnabled),
  field(
    'dockerdWithinRunnerContainer',
    'pool.docker',
    ({ mode }) => mode.fields.dockerdWithinRunnerContainer,
  ),
  field('containerMode', 'pool.docker', ({ mode }) => mode.fields.containerMode),
  field('dockerMTU', 'pool.docker.{mode}.mtu', ({ pool }) => pool.docker.mtu),
  field(
    'dockerRegistryMirror',
    'pool.docker.{mode}.registryMirror',
    ({ pool }) => pool.docker.registryMirror,
  ),
  field(
    'dockerVarRunVolumeSizeLimit',
    'pool.docker.{mode}.socketVolumeSize',
    ({ pool }) => pool.docker.socketVolumeSize,
  ),
  field('githubAPICredentialsFrom.secretRef.name', 'scope.credentials', credentialSecret),
];

/** Fields of the pod that both kinds take in the same words. */
export const podFields: Table<RunnerContext> = [
  list('volumes', 'pool.volumes', podVolumes),
  list('initContainers', 'pool.pod.initContainers', initContainers, [dockerConfigContainer]),
  field('nodeSelector', 'pool.node.selector', ({ pool }) => filled(pool.node.selector)),
  field('tolerations', 'pool.node.tolerations', ({ pool }) => filled(pool.node.tolerations)),
  field('affinity', 'pool.node.affinity', ({ pool }) => filled(pool.node.affinity)),
  field('topologySpreadConstraints', 'pool.node.spread', ({ pool }) => filled(pool.node.spread)),
  field('priorityClassName', 'pool.node.priorityClass', ({ pool }) => pool.node.priorityClass),
  field('runtimeClassName', 'pool.node.runtimeClass', ({ pool }) => pool.node.runtimeClass),
  field('serviceAccountName', 'pool.docker', ({ pool, serviceAccount }) =>
    pool.serviceAccount === undefined ? serviceAccount : undefined,
  ),
  field('serviceAccountName', 'pool.serviceAccount', ({ pool }) => pool.serviceAccount),
  field(
    'terminationGracePeriodSeconds',
    'pool.terminationGracePeriod',
    ({ pool }) => pool.terminationGracePeriodSeconds,
  ),
  field('securityContext', 'pool.securityContext', ({ pool }) => filled(pool.securityContext)),
];

/** Metadata of the pods: what the pool says, and by what we find them again. */
export const podMetadata: Table<RunnerContext> = [
  field('labels', 'pool.metadata.labels', ({ pool, scope }) =>
    addOwnerLabels({ ...pool.metadata.labels }, pool, scope),
  ),
  field('annotations', 'pool.metadata.annotations', ({ pool }) =>
    filled(pool.metadata.annotations),
  ),
];

// ARC drops the group of a repository runner without a word.
function hasGroups({ target }: RunnerContext['scope']): boolean {
  return target.level !== 'repository';
}
