import { parseDuration } from '@fleetc/notation';
import type {
  Autoscale,
  ClaimTemplate,
  Docker,
  JsonObject,
  Pool,
  RegistryCredential,
  RunnerImage,
  ScheduleWindow,
  Volume,
  VolumeSource,
  WorkVolume,
} from '../model.ts';
import type {
  AutoscaleInput,
  DockerInput,
  EffectivePool,
  EnvInput,
  ImageInput,
  VolumeInput,
  WorkVolumeInput,
} from '../schema/input.ts';
import { defined } from './defined.ts';
import { defaultWebhookDuration } from './expand.ts';
import { toEnv, toEnvFrom } from './environment-model.ts';
import { sortedEntries } from './plain.ts';
import { resolveNode } from './resolve-controller.ts';
import { resolveResources } from './resolve-resources.ts';

/** What a pool needs besides its own fields. */
export interface PoolBinding extends Pick<Pool, 'name' | 'scopes' | 'objectNames' | 'namespace'> {
  readonly login?: RegistryCredential;
}

/** Puts an effective pool, of which nothing is missing, into the model's words. */
export function toPool({ login, ...binding }: PoolBinding, input: EffectivePool): Pool {
  const { labels = [], runnerGroup, replicas, serviceAccount, workDir, metadata, patch } = input;
  return {
    ...binding,
    path: ['pools', binding.name],
    kind: input.kind ?? 'deployment',
    labels,
    ephemeral: input.ephemeral ?? true,
    image: toImage(input.image),
    docker: toDocker(input.docker, login),
    env: toEnv(input.env),
    envFrom: toEnvFrom(input.envFrom),
    volumes: sortedEntries(input.volumes).map(([name, volume]) => toVolume(name, volume)),
    node: resolveNode(input.node),
    metadata: { labels: metadata?.labels ?? {}, annotations: metadata?.annotations ?? {} },
    pod: (input.pod ?? {}) as JsonObject,
    patch: defined({
      runner: patch?.runner as JsonObject | undefined,
      autoscaler: patch?.autoscaler as JsonObject | undefined,
    }),
    ...defined({
      runnerGroup,
      replicas,
      serviceAccount,
      workDir,
      autoscale: input.autoscale && toAutoscale(binding.name, input.autoscale),
      resources: resolveResources(input.resources),
      dockerResources: resolveResources(input.dockerResources),
      workVolume: input.workVolume && toWorkVolume(input.workVolume),
      terminationGracePeriodSeconds: wholeSeconds(input.terminationGracePeriod),
      securityContext: input.securityContext as JsonObject | undefined,
      containerSecurityContext: input.containerSecurityContext as JsonObject | undefined,
    }),
  };
}

// Kubernetes counts in whole seconds; a shorter rest is not dropped but rounded up, so that nobody waits less.
function wholeSeconds(duration: string | undefined): number | undefined {
  const seconds = duration === undefined ? undefined : parseDuration(duration);
  return seconds === undefined ? undefined : Math.ceil(seconds);
}

function toImage({ reference = '', ubuntu, pullPolicy }: ImageInput): RunnerImage {
  const generation = ubuntu ?? /(?:20|22|24)\.04/.exec(reference.split('@')[0] ?? '')?.[0];
  return { reference, ...defined({ ubuntu: generation as RunnerImage['ubuntu'], pullPolicy }) };
}

function toDocker(input: DockerInput, login: RegistryCredential | undefined): Docker {
  const { sidecar, inRunner, rootless, kubernetes } = input;
  if (sidecar) {
    const { image, env, mtu, registryMirror, socketVolumeSize } = sidecar;
    const size = socketVolumeSize === undefined ? undefined : String(socketVolumeSize);
    const fields = defined({ image, mtu, registryMirror, login, socketVolumeSize: size });
    return { mode: 'sidecar', env: toEnv(env as EnvInput | undefined), ...fields };
  }
  const within = inRunner ?? rootless;
  if (within) {
    const { mtu, registryMirror } = within;
    const mode = inRunner ? 'inRunner' : 'rootless';
    return { mode, env: [], ...defined({ mtu, registryMirror, login }) };
  }
  return { mode: kubernetes ? 'kubernetes' : 'none', env: [], ...defined({ login }) };
}

function toVolume(name: string, input: VolumeInput): Volume {
  const { mountPath, dockerMountPath, subPath, readOnly } = input;
  return {
    name,
    source: toVolumeSource(input),
    ...defined({ mountPath, dockerMountPath, subPath, readOnly }),
  };
}

function toVolumeSource(input: VolumeInput): VolumeSource {
  const { emptyDir, hostPath, configMap, secret, claim, source } = input;
  if (emptyDir) return { type: 'emptyDir', ...toEmptyDir(emptyDir) };
  if (hostPath)
    return {
      type: 'hostPath',
      hostPath: hostPath.path,
      ...defined({ hostPathType: hostPath.type }),
    };
  if (configMap)
    return {
      type: 'configMap',
      configMap: configMap.name,
      ...defined({ optional: configMap.optional }),
    };
  if (secret)
    return { type: 'secret', secret: secret.name, ...defined({ optional: secret.optional }) };
  if (claim !== undefined) return { type: 'claim', claim };
  if (source) return { type: 'raw', source: source as JsonObject };
  return { type: 'claimTemplate', ...toClaimTemplate(input) };
}

function toWorkVolume(input: WorkVolumeInput): WorkVolume {
  if (input.emptyDir) return { type: 'emptyDir', ...toEmptyDir(input.emptyDir) };
  return { type: 'claimTemplate', ...toClaimTemplate(input) };
}

function toClaimTemplate({ size, storageClass, accessModes }: WorkVolumeInput): ClaimTemplate {
  return {
    size: String(size),
    accessModes: accessModes ?? ['ReadWriteOnce'],
    ...defined({ storageClass }),
  };
}

function toEmptyDir({ medium, sizeLimit }: NonNullable<VolumeInput['emptyDir']>) {
  return defined({ medium, sizeLimit: sizeLimit === undefined ? undefined : String(sizeLimit) });
}

function toAutoscale(pool: string, input: AutoscaleInput): Autoscale {
  const { min, max, scaleDownDelay, on, schedule, reservations } = input;
  return {
    min,
    max,
    schedule: sortedEntries(schedule).map(([name, window]): ScheduleWindow => {
      const { every, until, ...fields } = window;
      const path = ['pools', pool, 'autoscale', 'schedule', name];
      return { name, path, ...fields, ...defined({ every, until }) };
    }),
    reservations: sortedEntries(reservations).map(([name, fields]) => ({ name, ...fields })),
    ...defined({
      scaleDownDelaySeconds: wholeSeconds(scaleDownDelay),
      busy: on.busy && defined(on.busy),
      queued: on.queued && { repositories: on.queued.repositories ?? [] },
      webhook: on.webhook && { duration: on.webhook.duration ?? defaultWebhookDuration },
    }),
  };
}
