import type { Path } from '@fleetc/diagnostics';
import type { Json, JsonObject } from '@fleetc/fleet';
import { itemOf } from '../emission/item.ts';
import { isMap, mergePatch } from '../emission/merge-patch.ts';
import { locateInOverlay } from '../emission/overlay.ts';
import { field, filled, type Item, list, type Table } from '../emission/table.ts';
import { dockerConfigContainers } from './docker-config.ts';
import { dockerEnvironment, environmentSources, runnerEnvironment } from './environment.ts';
import type { RunnerContext } from './runner-context.ts';
import { dockerMounts, runnerMounts } from './volumes.ts';

type ContainerList = 'containers' | 'initContainers';

const securityContext = field<RunnerContext>(
  'securityContext',
  'pool.containerSecurityContext',
  ({ pool }) => filled(pool.containerSecurityContext),
);

/** The `runner` container of a RunnerSet; ARC puts the image in from `spec.image`. */
export const runnerContainer: Table<RunnerContext> = [
  field('name', 'pool', () => 'runner'),
  field('imagePullPolicy', 'pool.image.pullPolicy', ({ pool }) => pool.image.pullPolicy),
  list('env', 'pool.env', runnerEnvironment),
  list('envFrom', 'pool.envFrom', environmentSources),
  field('resources', 'pool.resources', ({ pool }) => filled(pool.resources)),
  list('volumeMounts', 'pool.volumes', runnerMounts),
  securityContext,
];

/** The `docker` container of a RunnerSet. */
export const dockerContainer: Table<RunnerContext> = [
  field('name', 'pool.docker', () => 'docker'),
  field('image', 'pool.docker.{mode}.image', ({ pool }) => pool.docker.image),
  list('env', 'pool.docker.{mode}.env', dockerEnvironment),
  field('resources', 'pool.dockerResources', ({ pool }) => filled(pool.dockerResources)),
  list('volumeMounts', 'pool.volumes', dockerMounts),
];

/**
 * The bare `runner` and `docker` entries of a RunnerDeployment. Its fields stay where they are: ARC merges them into an
 * entry of that name which leaves them out, and drops them only where the entry is missing.
 */
export const bareRunnerContainer: Table<RunnerContext> = [
  ...runnerContainer.slice(0, 1),
  securityContext,
];
export const bareDockerContainer: Table<RunnerContext> = dockerContainer.slice(0, 2);

/** Containers of a RunnerSet; its pod template demands the list. */
export function setContainers(context: RunnerContext): Item[] {
  return compose(context, runnerContainer, dockerContainer);
}

/** Containers of a RunnerDeployment, only when something cannot be said without the list. */
export function deploymentContainers(context: RunnerContext): Item[] {
  const { pool } = context;
  const isNeeded =
    pool.docker.image !== undefined ||
    pool.containerSecurityContext !== undefined ||
    containersIn(pool.pod, 'containers') !== undefined;
  return isNeeded ? compose(context, bareRunnerContainer, bareDockerContainer) : [];
}

/** Init containers of both kinds, only when fleetc adds one: it comes before those of the user, who may need its work. */
export function initContainers(context: RunnerContext): Item[] {
  const { pod, path } = context.pool;
  const own = dockerConfigContainers(context);
  if (own.length === 0) return [];
  const given = containersIn(pod, 'initContainers') ?? [];
  const from = [...path, 'pod', 'initContainers'];
  return [...own, ...given.map((value, index) => foreignItem(value, [...from, index]))];
}

/** Lists of `pod` that are emitted together with what the language gives. */
export function mergedLists(context: RunnerContext): ContainerList[] {
  const { pod } = context.pool;
  const lists: ContainerList[] = ['containers', 'initContainers'];
  return lists.filter(
    (name) =>
      containersIn(pod, name) !== undefined &&
      (name === 'containers' || initContainers(context).length > 0),
  );
}

/** A list of `pod`, when it holds nothing but containers; else it is a plain part of the pod's patch. */
function containersIn(pod: JsonObject, name: ContainerList): readonly JsonObject[] | undefined {
  const containers: Json | undefined = pod[name];
  const isNamed = Array.isArray(containers) && containers.every((entry) => isMap(entry));
  return isNamed ? (containers as readonly JsonObject[]) : undefined;
}

/** `runner` first, because ARC appends mounts to whatever container is the first. */
function compose(
  context: RunnerContext,
  runner: Table<RunnerContext>,
  docker: Table<RunnerContext>,
): Item[] {
  const { pool, mode } = context;
  const own = [
    itemOf(runner, context, pool.path),
    ...(mode.hasSidecar ? [itemOf(docker, context, pool.path)] : []),
  ];
  const given = containersIn(pool.pod, 'containers') ?? [];
  const from = [...pool.path, 'pod', 'containers'];
  const patched = own.map((base) => {
    const index = given.findIndex(({ name }) => name === nameOf(base));
    return index < 0 ? base : patchItem(base, given[index]!, [...from, index]);
  });
  const names = new Set(own.map(nameOf));
  const others = given.flatMap((value, index) =>
    names.has(value['name']) ? [] : [foreignItem(value, [...from, index])],
  );
  return [...patched, ...others];
}

function patchItem(base: Item, patch: JsonObject, from: Path): Item {
  return {
    from,
    value: mergePatch(base.value, patch),
    locate: (path) => {
      const own = base.locate?.(path) ?? { path: base.from, depth: 0 };
      const found = locateInOverlay({ at: [], patch, from }, path);
      return found && found.depth > own.depth ? found : own;
    },
  };
}

function foreignItem(value: JsonObject, from: Path): Item {
  return { from, value, locate: (path) => ({ path: [...from, ...path], depth: path.length }) };
}

function nameOf({ value }: Item): unknown {
  return (value as JsonObject)['name'];
}
