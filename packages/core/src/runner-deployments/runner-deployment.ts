import { metadataTable } from '../emission/object-metadata.ts';
import type { ObjectKind } from '../emission/object-item.ts';
import { field, filled, list, type Table, within } from '../emission/table.ts';
import { bareDockerContainer, bareRunnerContainer, deploymentContainers } from './containers.ts';
import { dockerEnvironment, environmentSources, runnerEnvironment } from './environment.ts';
import type { RunnerContext } from './runner-context.ts';
import { podFields, podMetadata, runnerConfig } from './runner-fields.ts';
import { dockerMounts, runnerMounts, workClaimTemplate } from './volumes.ts';

/** Fields that stand beside the pod's and that ARC copies into the `runner` and `docker` containers. */
const containerFields: Table<RunnerContext> = [
  field('imagePullPolicy', 'pool.image.pullPolicy', ({ pool }) => pool.image.pullPolicy),
  list('env', 'pool.env', runnerEnvironment),
  list('envFrom', 'pool.envFrom', environmentSources),
  field('resources', 'pool.resources', ({ pool }) => filled(pool.resources)),
  list('volumeMounts', 'pool.volumes', runnerMounts),
  list('dockerEnv', 'pool.docker.{mode}.env', dockerEnvironment),
  field('dockerdContainerResources', 'pool.dockerResources', ({ pool, mode }) =>
    mode.hasSidecar ? filled(pool.dockerResources) : undefined,
  ),
  list('dockerVolumeMounts', 'pool.volumes', dockerMounts),
  list('containers', 'pool.pod.containers', deploymentContainers, [
    bareRunnerContainer,
    bareDockerContainer,
  ]),
  field('workVolumeClaimTemplate', 'pool.workVolume', workClaimTemplate),
];

/** Interchangeable runners; a fresh pod for each job. */
export const runnerDeployment: ObjectKind<RunnerContext> = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'RunnerDeployment',
  stage: 'runners',
  table: [
    ...metadataTable<RunnerContext>('pool', 'pool.namespace'),
    // Absent beside an autoscaler, which writes it itself: each apply of a fixed number would undo its work.
    field('spec.replicas', 'pool.replicas', ({ pool }) =>
      pool.autoscale ? undefined : pool.replicas,
    ),
    ...within('spec.template.metadata', podMetadata),
    ...within('spec.template.spec', [...runnerConfig, ...podFields, ...containerFields]),
  ],
};
