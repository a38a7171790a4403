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
  choice,
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
      reference: describe(
        imageReference(),
        'Upstream image reference.',
        'ghcr.io/acme/runner:1.2.0',
      ).optional(),
      ubuntu: describe(
        choice({
          '20.04': 'Docker group 1001 in the images of ARC.',
          '22.04': 'Docker group 121 in the images of ARC.',
          '24.04': 'Docker group 121 in the images of ARC.',
        }),
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
    labels: describe(labelMap(), 'Labels on the runner pods.', { team: 'ci' }).optional(),
    annotations: describe(annotationMap(), 'Annotations on the runner pods.', {
      'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
    }).optional(),
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
    scopes: describe(z.array(name()).min(1), 'Several scopes: one runner object for each.', [
      'acme',
      'web',
    ]).optional(),
    kind: describe(
      choice({
        deployment: 'Runners that keep nothing: a RunnerDeployment.',
        set: 'Runners that keep the volumes made for them: a RunnerSet.',
      }),
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
    runnerGroup: describe(
      z.string().min(1),
      "Runner group; the scope's when absent.",
      'platform',
    ).optional(),
    replicas: describe(count(0), 'A fixed number of runners; 1 when absent.', 2).optional(),
    autoscale: describe(autoscaleSchema(), 'A number of runners that follows the load.', {
      min: 1,
      max: 10,
      on: { busy: { up: 0.75, down: 0.25 } },
    }).optional(),
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
    resources: describe(resourcesSchema(), 'Resources of the runner container.', {
      requests: { cpu: '500m', memory: '1Gi' },
      limits: { memory: '4Gi' },
    }).optional(),
    dockerResources: describe(resourcesSchema(), 'Resources of the docker sidecar.', {
      requests: { cpu: '500m', memory: '1Gi' },
    }).optional(),
    env: describe(environmentSchema(), 'Environment of the runner.', {
      HTTPS_PROXY: 'http://proxy.example.com:3128',
    }).optional(),
    envFrom: describe(
      z.record(name(), environmentSourceSchema()),
      'ConfigMaps and Secrets whose keys all become variables, by a name of your own. Of one variable the source last by name wins, and `env` over all.',
      { settings: { configMap: { name: 'ci-settings' } } },
    ).optional(),
    volumes: describe(z.record(name(), volumeSchema()), 'Volumes by name, each with its mount.', {
      cache: { mountPath: '/opt/cache', size: '50Gi' },
    }).optional(),
    workVolume: describe(workVolumeSchema(), 'The volume of the work directory.', {
      emptyDir: { sizeLimit: '20Gi' },
    }).optional(),
    workDir: describe(
      absolutePath(),
      'Where jobs work; `/runner/_work` when absent.',
      '/work',
    ).optional(),
    node: describe(nodeSchema(), 'Where the runners run.', {
      selector: { 'kubernetes.io/arch': 'amd64' },
    }).optional(),
    serviceAccount: describe(
      objectName(),
      'Service account of the runner pods.',
      'runner',
    ).optional(),
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
      'runners',
    ).optional(),
    metadata: describe(metadata(), 'Labels and annotations on the runner pods.', {
      labels: { team: 'ci' },
    }).optional(),
    pod: describe(raw(), 'Pod fields that have no word of their own here.', {
      hostAliases: [],
    }).optional(),
    patch: describe(
      strictMap('Patch', {
        runner: describe(
          raw(),
          'JSON Merge Patch on the `spec` of the RunnerDeployment or RunnerSet.',
          { revisionHistoryLimit: 2 },
        ).optional(),
        autoscaler: describe(
          raw(),
          'JSON Merge Patch on the `spec` of the HorizontalRunnerAutoscaler.',
          { scaleDownDelaySecondsAfterScaleOut: 600 },
        ).optional(),
      }),
      'Fields of ARC that have no word of their own here. The result is still validated.',
      { runner: { revisionHistoryLimit: 2 } },
    ).optional(),
  },
  exclusive.poolScope,
  exclusive.poolSize,
);
