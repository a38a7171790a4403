import type { Pool, VolumeSource, WorkVolume } from '@fleetc/fleet';
import { expect, it } from 'vitest';
import { fleet, pool } from '../testing/fleet-builder.ts';
import { claimTemplates, dockerMounts, podVolumes, runnerMounts } from './volumes.ts';

const claim = { type: 'claimTemplate', size: '1Gi', accessModes: ['ReadWriteOnce'] } as const;
const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

function withVolume(source: VolumeSource, fields: Partial<Pool> = {}): Pool {
  return pool({ volumes: [{ name: 'v', mountPath: '/v', source }], ...fields });
}

function values(items: readonly { readonly value: unknown }[]): unknown[] {
  return items.map(({ value }) => value);
}

const sources: [VolumeSource, object][] = [
  [claim, { ephemeral: { volumeClaimTemplate: { spec } } }],
  [{ type: 'claim', claim: 'shared' }, { persistentVolumeClaim: { claimName: 'shared' } }],
  [{ type: 'emptyDir' }, { emptyDir: {} }],
  [
    { type: 'emptyDir', medium: 'Memory', sizeLimit: '1Gi' },
    { emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
  ],
  [{ type: 'hostPath', hostPath: '/x' }, { hostPath: { path: '/x' } }],
  [
    { type: 'hostPath', hostPath: '/x', hostPathType: 'Directory' },
    { hostPath: { path: '/x', type: 'Directory' } },
  ],
  [{ type: 'configMap', configMap: 'c' }, { configMap: { name: 'c' } }],
  [
    { type: 'secret', secret: 's', optional: true },
    { secret: { secretName: 's', optional: true } },
  ],
  [
    { type: 'raw', source: { nfs: { server: 'nfs.example.com', path: '/x' } } },
    { nfs: { server: 'nfs.example.com', path: '/x' } },
  ],
];

for (const [source, volume] of sources) {
  it(`writes ${JSON.stringify(source)} as ${JSON.stringify(volume)}`, () => {
    expect(values(podVolumes({ fleet: fleet(), pool: withVolume(source) }))).toEqual([
      { name: 'v', ...volume },
    ]);
  });
}

it('keeps a claim template of a set out of the pod', () => {
  const set = withVolume(claim, { kind: 'set' });
  expect(podVolumes({ fleet: fleet(), pool: set })).toEqual([]);
  expect(values(claimTemplates({ pool: set }))).toEqual([{ metadata: { name: 'v' }, spec }]);
  expect(claimTemplates({ pool: withVolume(claim) })).toEqual([]);
});

it('mounts into the sidecar only what is asked for, and only where there is one', () => {
  const volumes = [
    {
      name: 'a',
      mountPath: '/a',
      dockerMountPath: '/d',
      subPath: 's',
      readOnly: true,
      source: { type: 'emptyDir' },
    },
    { name: 'b', mountPath: '/b', source: { type: 'emptyDir' } },
  ] as const;
  expect(values(runnerMounts({ fleet: fleet(), pool: pool({ volumes }) }))).toEqual([
    { name: 'a', mountPath: '/a', subPath: 's', readOnly: true },
    { name: 'b', mountPath: '/b' },
  ]);
  expect(values(dockerMounts({ fleet: fleet(), pool: pool({ volumes }) }))).toEqual([
    { name: 'a', mountPath: '/d', subPath: 's', readOnly: true },
  ]);
  expect(
    dockerMounts({ fleet: fleet(), pool: pool({ volumes, docker: { mode: 'none', env: [] } }) }),
  ).toEqual([]);
});

const workVolume: WorkVolume = { type: 'emptyDir', sizeLimit: '5Gi' };

it('mounts the work volume itself in the modes in which ARC does not', () => {
  const mounts = (mode: Pool['docker']['mode']) =>
    values(runnerMounts({ fleet: fleet(), pool: pool({ workVolume, docker: { mode, env: [] } }) }));
  expect(mounts('sidecar')).toEqual([]);
  for (const mode of ['inRunner', 'rootless', 'none'] as const) {
    expect(mounts(mode)).toEqual([{ name: 'work', mountPath: '/runner/_work' }]);
  }
  expect(values(podVolumes({ fleet: fleet(), pool: pool({ workVolume }) }))).toEqual([
    { name: 'work', emptyDir: { sizeLimit: '5Gi' } },
  ]);
});

it('mounts the work volume at the work directory', () => {
  const own = pool({ workVolume, workDir: '/work', docker: { mode: 'none', env: [] } });
  expect(values(runnerMounts({ fleet: fleet(), pool: own }))).toEqual([
    { name: 'work', mountPath: '/work' },
  ]);
});

it('leaves the work volume of kubernetes mode to its template', () => {
  const kubernetes = pool({ workVolume: claim, docker: { mode: 'kubernetes', env: [] } });
  expect(podVolumes({ fleet: fleet(), pool: kubernetes })).toEqual([]);
  expect(runnerMounts({ fleet: fleet(), pool: kubernetes })).toEqual([]);
});
