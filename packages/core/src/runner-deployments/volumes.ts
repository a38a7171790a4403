import type { ClaimTemplate, Pool, Volume, VolumeSource, WorkVolume } from '@fleetc/fleet';
import type { Item } from '../emission/table.ts';
import { caMount, caVolume, runnerCaMounts } from '../network/private-ca.ts';
import { dockerConfigMounts, dockerConfigVolumes } from './docker-config.ts';
import { dockerModes } from './docker-modes.ts';
import type { PoolInFleet } from './environment.ts';
import { hookTemplateMount, hookTemplateVolume, jobPullSecrets } from './hook-template.ts';

const workVolumeName = 'work';
// ARC's default of `workDir`.
const workMountPath = '/runner/_work';

/** Volumes of the pod. A set's claim templates are not among them: its StatefulSets add those. */
export function podVolumes({ fleet, pool }: PoolInFleet): Item[] {
  const volumes = pool.volumes
    .filter((volume) => !isKeptClaim(pool, volume))
    .map(({ name, source }) => item(pool, name, { name, ...podSource(source) }));
  const { ca } = fleet.network;
  return [
    ...volumes,
    ...workVolumes(pool),
    ...caItems(fleet, ca ? [caVolume(ca)] : []),
    ...dockerConfigVolumes({ fleet, pool }),
    ...templateItems({ fleet, pool }, hookTemplateVolume(fleet, pool)),
  ];
}

/** Claims that a RunnerSet keeps for each replica. */
export function claimTemplates({ pool }: Pick<PoolInFleet, 'pool'>): Item[] {
  return pool.volumes
    .filter((volume) => isKeptClaim(pool, volume))
    .map(({ name, source }) =>
      item(pool, name, { metadata: { name }, spec: claimSpec(source as ClaimTemplate) }),
    );
}

/** Mounts of the runner container. */
export function runnerMounts({ fleet, pool }: PoolInFleet): Item[] {
  const mounts = pool.volumes.flatMap((volume) =>
    volume.mountPath === undefined
      ? []
      : [item(pool, volume.name, mount(volume, volume.mountPath))],
  );
  return [
    ...mounts,
    ...workMounts(pool),
    ...caItems(fleet, runnerCaMounts),
    ...dockerConfigMounts({ fleet, pool }),
    ...templateItems({ fleet, pool }, hookTemplateMount),
  ];
}

/** Mounts of the docker sidecar. */
export function dockerMounts({ fleet, pool }: PoolInFleet): Item[] {
  if (!dockerModes[pool.docker.mode].hasSidecar) return [];
  const mounts = pool.volumes.flatMap((volume) =>
    volume.dockerMountPath === undefined
      ? []
      : [item(pool, volume.name, mount(volume, volume.dockerMountPath))],
  );
  return [...mounts, ...caItems(fleet, [caMount])];
}

/** The work volume in the form that kubernetes mode demands; only a claim can be shared with job pods. */
export function workClaimTemplate({ pool }: Pick<PoolInFleet, 'pool'>): object | undefined {
  const { workVolume } = pool;
  if (pool.docker.mode !== 'kubernetes' || workVolume?.type !== 'claimTemplate') return undefined;
  return claimSpec(workVolume);
}

function workVolumes(pool: Pool): Item[] {
  const { workVolume } = pool;
  if (!workVolume || pool.docker.mode === 'kubernetes') return [];
  const value = { name: workVolumeName, ...podSource(workVolume) };
  return [{ from: [...pool.path, 'workVolume'], value }];
}

function workMounts(pool: Pool): Item[] {
  if (!pool.workVolume || dockerModes[pool.docker.mode].mountsWork) return [];
  const value = { name: workVolumeName, mountPath: pool.workDir ?? workMountPath };
  return [{ from: [...pool.path, 'workVolume'], value }];
}

function caItems({ network }: PoolInFleet['fleet'], values: readonly object[]): Item[] {
  return network.ca ? values.map((value) => ({ from: [...network.path, 'ca'], value })) : [];
}

function templateItems({ fleet, pool }: PoolInFleet, value: object): Item[] {
  const from = [...fleet.registry.path, 'pullSecrets'];
  return jobPullSecrets(fleet, pool).length > 0 ? [{ from, value }] : [];
}

function isKeptClaim(pool: Pool, volume: Volume): boolean {
  return pool.kind === 'set' && volume.source.type === 'claimTemplate';
}

function item(pool: Pool, name: string, value: object): Item {
  return { from: [...pool.path, 'volumes', name], value };
}

function mount({ name, subPath, readOnly }: Volume, mountPath: string): object {
  return {
    name,
    mountPath,
    ...(subPath !== undefined && { subPath }),
    ...(readOnly !== undefined && { readOnly }),
  };
}

function podSource(source: VolumeSource | WorkVolume): object {
  switch (source.type) {
    case 'claimTemplate':
      return { ephemeral: { volumeClaimTemplate: { spec: claimSpec(source) } } };
    case 'claim':
      return { persistentVolumeClaim: { claimName: source.claim } };
    case 'emptyDir': {
      const { type: _, ...emptyDir } = source;
      return { emptyDir };
    }
    case 'hostPath':
      return { hostPath: hostPath(source.hostPath, source.hostPathType) };
    case 'configMap':
      return { configMap: { name: source.configMap, ...optional(source) } };
    case 'raw':
      return source.source;
    case 'secret':
      return { secret: { secretName: source.secret, ...optional(source) } };
  }
}

function hostPath(path: string, type: string | undefined): object {
  return { path, ...(type !== undefined && { type }) };
}

function optional({ optional }: { readonly optional?: boolean }): object {
  return optional === undefined ? {} : { optional };
}

function claimSpec({ accessModes, storageClass, size }: ClaimTemplate): object {
  return {
    accessModes,
    ...(storageClass !== undefined && { storageClassName: storageClass }),
    resources: { requests: { storage: size } },
  };
}
