import { type ExclusiveGroup, exclusive } from '../exclusive.ts';
import { isPlain, type Plain } from './plain.ts';

/** Where exclusive groups sit below a map: in the map itself, below named keys, below any key. */
export interface MergeShape {
  readonly groups?: readonly ExclusiveGroup[];
  readonly children?: Readonly<Record<string, MergeShape>>;
  readonly each?: MergeShape;
  /** Whether the map is itself a patch on something that comes later: its `null`s stay, to delete there. */
  readonly isPatch?: boolean;
}

const env: MergeShape = { each: { groups: [exclusive.envSource] } };
const secret: MergeShape = { children: { from: { groups: [exclusive.secretSource] } } };
const patch: MergeShape = { isPatch: true };
const chart: MergeShape = { children: { values: patch } };
const addressed: MergeShape = { groups: [exclusive.proxyAddressing] };
const registryProxy: MergeShape = {
  groups: [exclusive.proxyKind],
  children: { nexus: addressed, artifactory: addressed },
};
const holder: MergeShape = { children: { secret } };

/** Groups of a pool and of a profile. */
export const poolShape: MergeShape = {
  groups: [exclusive.poolScope, exclusive.poolSize],
  children: {
    docker: { groups: [exclusive.dockerMode], children: { sidecar: { children: { env } } } },
    env,
    envFrom: { each: { groups: [exclusive.envFromSource] } },
    volumes: { each: { groups: [exclusive.volumeSource] } },
    workVolume: { groups: [exclusive.workVolumeSource] },
    patch: { children: { runner: patch, autoscaler: patch } },
    autoscale: {
      children: {
        on: { children: { busy: { groups: [exclusive.busyUp, exclusive.busyDown] } } },
      },
    },
  },
};

/** Groups of a whole file. */
export const fleetShape: MergeShape = {
  children: {
    network: { children: { ca: { groups: [exclusive.caSource] } } },
    controller: {
      children: {
        watch: { groups: [exclusive.watch] },
        chart,
        certManager: { children: { chart } },
        webhookServer: holder,
        metrics: { children: { server: holder } },
      },
    },
    registry: { children: { proxy: registryProxy } },
    credentials: {
      each: {
        groups: [exclusive.credentialKind],
        children: { pat: holder, app: holder, registry: holder },
      },
    },
    scopes: { each: { groups: [exclusive.scopeTarget] } },
    profiles: { each: poolShape },
    pools: { each: poolShape },
  },
};

/**
 * JSON Merge Patch (RFC 7386) in which giving one alternative of an exclusive group takes its siblings away. Neither
 * argument is changed.
 *
 * A patched-in map is merged into an empty one rather than copied, so that its `null`s disappear as the RFC says.
 */
export function mergePatch(target: unknown, patch: unknown, shape: MergeShape = {}): unknown {
  if (!isPlain(patch)) return patch;
  const merged: Plain = isPlain(target) ? { ...target } : {};
  for (const group of shape.groups ?? []) dropSiblings(merged, patch, group);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null && !shape.isPatch) delete merged[key];
    else merged[key] = mergePatch(merged[key], value, shapeOf(shape, key));
  }
  return merged;
}

function shapeOf(shape: MergeShape, key: string): MergeShape | undefined {
  return shape.isPatch ? shape : (shape.children?.[key] ?? shape.each);
}

function dropSiblings(merged: Plain, patch: Plain, group: ExclusiveGroup): void {
  const gives = (keys: readonly string[]) =>
    keys.some((key) => patch[key] !== undefined && patch[key] !== null);
  const chosen = group.alternatives.find(gives);
  if (!chosen) return;
  for (const keys of group.alternatives) {
    if (keys !== chosen) for (const key of keys) delete merged[key];
  }
}
