import { z } from 'zod';
import { exclusive } from '../exclusive.ts';
import { autoscaleSchema } from './autoscale.schema.ts';
import { dockerSchema } from './docker.schema.ts';
import { environmentSchema, environmentSourceSchema } from './environment.schema.ts';
import { nodeSchema } from './placement.schema.ts';
import { resourcesSchema } from './resources.schema.ts';
import { describe, exclusiveMap, strictMap } from './strict-map.ts';
import {
  absolutePath,
  annotationMap,
  count,
  goDuration,
  imageReference,
  labelMap,
  name,
  objectName,
  pullPolicy,
  raw,
} from './text.schema.ts';
import { volumeSchema, workVolumeSchema } from './volume.schema.ts';

const image = () =>
  z.union([
    imageReference(),
    strictMap('Image', {
      reference: describe(imageReference(), 'Upstream image reference.').optional(),
      ubuntu: describe(
        z.enum(['20.04', '22.04', '24.04']),
        'Ubuntu generation of the image, where its tag does not tell; decides the docker group id.',
      ).optional(),
      pullPolicy: describe(
        pullPolicy(),
        "Pull policy of the runner; ARC's Always when absent.",
      ).optional(),
    }),
  ]);

const metadata = () =>
  strictMap('Pod metadata', {
    labels: describe(labelMap(), 'Labels on the runner pods.').optional(),
    annotations: describe(annotationMap(), 'Annotations on the runner pods.').optional(),
  });

/** A pool, and equally a profile: a profile is a pool of which parts are given. */
export const poolSchema = exclusiveMap(
  'Pool',
  {
    scope: describe(
      name(),
      'The scope that the runners register at; the only one when absent.',
      'acme',
    ).optional(),
    scopes: describe(
      z.array(name()).min(1),
      'Several scopes: one runner object for each.',
    ).optional(),
    kind: describe(
      z.enum(['deployment', 'set']),
      '`deployment` for runners that keep nothing, `set` for runners that keep the volumes made for them (a RunnerSet).',
    ).optional(),
    profiles: describe(z.array(name()), 'Profiles applied in this order, after `default`.', [
      'big',
    ]).optional(),
    labels: describe(
      z.array(z.string().min(1)),
      "What jobs name in `runs-on`; the pool's own name when absent.",
      ['build', 'x64'],
    ).optional(),
    runnerGroup: describe(z.string().min(1), "Runner group; the scope's when absent.").optional(),
    replicas: describe(count(0), 'A fixed number of runners; 1 when absent.', 2).optional(),
    autoscale: describe(autoscaleSchema(), 'A number of runners that follows the load.').optional(),
    ephemeral: describe(
      z.boolean(),
      'Whether a runner takes one job and is replaced; true when absent.',
    ).optional(),
    image: describe(
      image(),
      'Runner image, upstream.',
      'summerwind/actions-runner:v2.335.1-ubuntu-22.04',
    ).optional(),
    docker: describe(
      dockerSchema(),
      'How jobs run containers; `sidecar` when absent.',
      'sidecar',
    ).optional(),
    resources: describe(resourcesSchema(), 'Resources of the runner container.').optional(),
    dockerResources: describe(resourcesSchema(), 'Resources of the docker sidecar.').optional(),
    env: describe(environmentSchema(), 'Environment of the runner.', {
      HTTPS_PROXY: 'http://proxy.example.com:3128',
    }).optional(),
    envFrom: describe(
      z.record(name(), environmentSourceSchema()),
      'ConfigMaps and Secrets whose keys all become variables, by a name of your own. Of one variable the source last by name wins, and `env` over all.',
      { settings: { configMap: { name: 'ci-settings' } } },
    ).optional(),
    volumes: describe(
      z.record(name(), volumeSchema()),
      'Volumes by name, each with its mount.',
    ).optional(),
    workVolume: describe(workVolumeSchema(), 'The volume of the work directory.').optional(),
    workDir: describe(
      absolutePath(),
      'Where jobs work; `/runner/_work` when absent.',
      '/work',
    ).optional(),
    node: describe(nodeSchema(), 'Where the runners run.').optional(),
    serviceAccount: describe(objectName(), 'Service account of the runner pods.').optional(),
    terminationGracePeriod: describe(
      goDuration(),
      'Time that a runner has to finish when its pod is deleted.',
      '110s',
    ).optional(),
    securityContext: describe(raw(), 'Security context of the pod.', {
      fsGroup: 1001,
    }).optional(),
    containerSecurityContext: describe(
      raw(),
      'Security context of the runner container, for fields that a pod does not have.',
      { capabilities: { add: ['NET_ADMIN'] } },
    ).optional(),
    namespace: describe(
      name(),
      "Namespace of the runners; the controller's when absent.",
    ).optional(),
    metadata: describe(metadata(), 'Labels and annotations on the runner pods.').optional(),
    pod: describe(raw(), 'Pod fields that have no word of their own here.', {
      hostAliases: [],
    }).optional(),
    patch: describe(
      strictMap('Patch', {
        runner: describe(
          raw(),
          'JSON Merge Patch on the `spec` of the RunnerDeployment or RunnerSet.',
        ).optional(),
        autoscaler: describe(
          raw(),
          'JSON Merge Patch on the `spec` of the HorizontalRunnerAutoscaler.',
        ).optional(),
      }),
      'Fields of ARC that have no word of their own here. The result is still validated.',
    ).optional(),
  },
  exclusive.poolScope,
  exclusive.poolSize,
);
