import { metadataTable } from '../emission/object-metadata.ts';
import type { ObjectKind } from '../emission/object-item.ts';
import { field, list, within } from '../emission/table.ts';
import { dockerContainer, runnerContainer, setContainers } from './containers.ts';
import type { RunnerContext } from './runner-context.ts';
import { podFields, podMetadata, runnerConfig } from './runner-fields.ts';
import { claimTemplates, workClaimTemplate } from './volumes.ts';

/** The only label in a selector; it carries the object's name, so that it changes only when everything does. */
const selectorKey = 'fleetc.dev/runner-set';

const [podLabels, podAnnotations] = podMetadata;

/** Runners with a stable identity, whose volumes are kept. */
export const runnerSet: ObjectKind<RunnerContext> = {
  apiVersion: 'actions.summerwind.dev/v1alpha1',
  kind: 'RunnerSet',
  stage: 'runners',
  table: [
    ...metadataTable<RunnerContext>('pool', 'pool.namespace'),
    field('spec.replicas', 'pool.replicas', ({ pool }) =>
      pool.autoscale ? undefined : pool.replicas,
    ),
    field('spec.selector.matchLabels', 'pool', selector),
    // Required, but no Service of that name has to exist.
    field('spec.serviceName', 'pool', ({ name }) => name),
    ...within('spec', runnerConfig),
    // In kubernetes mode ARC overwrites the template's service account with this one, even when it is empty.
    field('spec.serviceAccountName', 'pool.serviceAccount', ({ mode, serviceAccount }) =>
      mode.needsAccess ? serviceAccount : undefined,
    ),
    field('spec.workVolumeClaimTemplate', 'pool.workVolume', workClaimTemplate),
    list('spec.volumeClaimTemplates', 'pool.volumes', claimTemplates),
    field('spec.template.metadata.labels', 'pool.metadata.labels', (context) => ({
      ...(podLabels!.value(context) as object),
      ...selector(context),
    })),
    ...within('spec.template.metadata', [podAnnotations!]),
    ...within('spec.template.spec', [
      ...podFields,
      list('containers', 'pool.pod.containers', setContainers, [runnerContainer, dockerContainer]),
    ]),
  ],
};

function selector({ name }: RunnerContext): Record<string, string> {
  return { [selectorKey]: name };
}
