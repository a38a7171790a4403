import type { Path } from '@fleetc/diagnostics';
import type { Fleet, Pool } from '@fleetc/fleet';
import type { Bundle, BundleItem, ObjectItem, ReleaseItem } from '../bundle.ts';
import { listAt, textAt, valueAt } from './value-at.ts';

/** A RunnerDeployment or RunnerSet, and where in it ARC looks for what. */
export interface EmittedRunner {
  readonly item: ObjectItem;
  readonly pool: Pool;
  readonly isSet: boolean;
  /** Where ARC's own fields stand, such as `dockerEnabled`. */
  readonly config: Path;
  /** Where the pod's fields stand. */
  readonly pod: Path;
}

/** A container of a runner's pod, by its path in the object. */
export interface EmittedContainer {
  readonly name: string;
  readonly path: Path;
}

const podPath = ['spec', 'template', 'spec'];
const kinds = ['RunnerDeployment', 'RunnerSet'];

/** Every runner object of a bundle. */
export function runnersOf(bundle: Bundle, fleet: Fleet): EmittedRunner[] {
  const pools = new Map(fleet.pools.map((pool) => [pool.name, pool]));
  return bundle.items.flatMap((item) => {
    if (item.type !== 'object' || !kinds.includes(item.object.kind)) return [];
    const pool = pools.get(String(item.path[1]));
    const isSet = item.object.kind === 'RunnerSet';
    return pool ? [{ item, pool, isSet, config: isSet ? ['spec'] : podPath, pod: podPath }] : [];
  });
}

/** Every container of a runner's pod that the object names. */
export function containersOf({ item, pod }: EmittedRunner): EmittedContainer[] {
  return ['containers', 'initContainers', 'sidecarContainers'].flatMap((list) =>
    listAt(item.object, [...pod, list]).map((container, index) => ({
      name: textAt(container, ['name']) ?? '',
      path: [...pod, list, index],
    })),
  );
}

/** Lists of variables of a runner's pod, by the container that gets them. */
export function environmentsOf(runner: EmittedRunner): EmittedContainer[] {
  const { item, pod, isSet } = runner;
  const own = isSet
    ? []
    : [
        { name: 'runner', path: [...pod, 'env'] },
        { name: 'docker', path: [...pod, 'dockerEnv'] },
      ];
  const ofContainers = containersOf(runner).map(({ name, path }) => ({
    name,
    path: [...path, 'env'],
  }));
  return [...own, ...ofContainers].filter(({ path }) => listAt(item.object, path).length > 0);
}

/** The release of a chart; absent when the fleet does not install it. */
export function releaseOf(
  bundle: Bundle,
  chart: 'actions-runner-controller' | 'cert-manager',
): ReleaseItem | undefined {
  return bundle.items.find(
    (item): item is ReleaseItem => item.type === 'release' && item.release.chart === chart,
  );
}

/** What an item puts into the cluster: the object, or the values of the release. */
export function contentOf(item: BundleItem): object {
  return item.type === 'object' ? item.object : item.release.values;
}

/** Such as `RunnerDeployment "acme-build"`. */
export function subjectOf(item: BundleItem): string {
  if (item.type === 'release') return `chart "${item.release.chart}"`;
  return `${item.object.kind} "${item.object.metadata.name}"`;
}

/** What stands for an item in another bundle of the same fleet. */
export function keyOf(item: BundleItem): string {
  if (item.type === 'release') return `release ${item.release.chart}`;
  const { kind, metadata } = item.object;
  return `${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}

/** A value of the controller's chart. */
export function chartValue(bundle: Bundle, path: Path): unknown {
  return valueAt(releaseOf(bundle, 'actions-runner-controller')?.release.values, path);
}
