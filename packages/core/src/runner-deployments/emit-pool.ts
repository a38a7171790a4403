import { buildxMirror, type Fleet, type JsonObject, type Pool } from '@fleetc/fleet';
import type { ObjectItem } from '../bundle.ts';
import { createObjectItem } from '../emission/object-item.ts';
import type { Fields } from '../emission/emit.ts';
import type { Overlay } from '../emission/overlay.ts';
import type { ImageInventory } from '../registry/image-inventory.ts';
import { emitAccess, poolServiceAccount } from './access.ts';
import { autoscaler } from './autoscaler.ts';
import { buildkitName, buildkitSettings } from './buildkit.ts';
import { mergedLists } from './containers.ts';
import { hookTemplate, hookTemplateName, jobPullSecrets } from './hook-template.ts';
import { createPoolObject } from './pool-object.ts';
import { type RunnerContext, runnerContexts } from './runner-context.ts';
import { runnerDeployment } from './runner-deployment.ts';
import { type Pull, pullSecretsOf, rewriteRunnerImages } from './runner-images.ts';
import { runnerSet } from './runner-set.ts';
import type { ScheduleCache } from './schedule.ts';

/** What pools share while they are emitted. */
export interface PoolEmission {
  readonly fleet: Fleet;
  readonly schedules: ScheduleCache;
  readonly images: ImageInventory;
  /** Names of the Secrets that runner pods get from the controller. */
  readonly pullSecrets: readonly string[];
  /** Upstream reference of the docker sidecar of pools that name none. */
  readonly sidecarImage: string;
}

/**
 * All objects of one pool: access to the API server, files that its runners read, and for each scope a runner object and
 * perhaps an autoscaler.
 */
export function emitPool(pool: Pool, emission: PoolEmission): ObjectItem[] {
  const { fleet } = emission;
  const contexts = runnerContexts(fleet, pool, poolServiceAccount(fleet, pool));
  return [
    ...emitAccess(fleet, pool),
    ...emitFiles(fleet, pool),
    ...contexts.flatMap((context) => [
      emitRunner(context, emission),
      ...emitAutoscaler(context, emission),
    ]),
  ];
}

function emitFiles(fleet: Fleet, pool: Pool): ObjectItem[] {
  const owner = { fleet, pool };
  return [
    ...(jobPullSecrets(fleet, pool).length > 0
      ? [createPoolObject(hookTemplate, hookTemplateName(fleet, pool), owner)]
      : []),
    ...(buildxMirror(pool, fleet) === undefined
      ? []
      : [createPoolObject(buildkitSettings, buildkitName(fleet, pool), owner)]),
  ];
}

function emitRunner(context: RunnerContext, emission: PoolEmission): ObjectItem {
  const { pool, kind } = context;
  return createObjectItem(
    kind === 'RunnerSet' ? runnerSet : runnerDeployment,
    { context, overlays: runnerOverlays(context), path: pool.path },
    (object) => pullImages(object, context, emission),
  );
}

function pullImages(object: Fields, context: RunnerContext, emission: PoolEmission): Fields {
  const { pool, namespace } = context;
  const pullSecrets = pullSecretsOf(object) ?? emission.pullSecrets;
  const pull: Pull = (reference, consumer, login = pullSecrets) =>
    emission.images.pull(reference, { consumer, namespace, pullSecrets: login, path: pool.path });
  return rewriteRunnerImages(object, context, emission.sidecarImage, pull);
}

function emitAutoscaler(context: RunnerContext, { schedules }: PoolEmission): ObjectItem[] {
  const { pool } = context;
  if (!pool.autoscale) return [];
  const patch = pool.patch.autoscaler;
  const overlays = patch ? [specPatch(pool, 'autoscaler', patch)] : [];
  const autoscalerContext = { ...context, autoscale: pool.autoscale, schedules };
  return [createObjectItem(autoscaler, { context: autoscalerContext, overlays, path: pool.path })];
}

/** `pod` goes into the pod's fields, and `patch` over everything. */
function runnerOverlays(context: RunnerContext): Overlay[] {
  const { pool } = context;
  const merged: readonly string[] = mergedLists(context);
  const pod = Object.fromEntries(
    Object.entries(pool.pod).filter(([name]) => !merged.includes(name)),
  );
  const overlays: Overlay[] = [];
  if (Object.keys(pod).length > 0) {
    overlays.push({ at: ['spec', 'template', 'spec'], patch: pod, from: [...pool.path, 'pod'] });
  }
  const patch = pool.patch.runner;
  return patch ? [...overlays, specPatch(pool, 'runner', patch)] : overlays;
}

function specPatch(pool: Pool, name: 'runner' | 'autoscaler', patch: JsonObject): Overlay {
  return { at: ['spec'], patch, from: [...pool.path, 'patch', name] };
}
