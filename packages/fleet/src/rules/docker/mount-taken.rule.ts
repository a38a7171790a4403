import type { Path } from '@fleetc/diagnostics';
import type { Fleet, Pool } from '../../model.ts';
import { exampleFleet } from '../example.ts';
import { defineCheck } from '../fleet-check.ts';
import { dockerConfigFiles, dockerConfigFolder } from './docker-config.ts';

/** Something that a container of a pool has in one place; without a path in the fleet it is ARC that mounts it. */
interface Mount {
  readonly at: string;
  readonly path?: Path;
}

const pool = (volumes: string) =>
  exampleFleet(`pools:\n  ci: { scope: web, resources: {}, volumes: { ${volumes} } }`);

export const mountTaken = defineCheck<{ at: string; container: string }>({
  code: 'FLC4408',
  name: 'mount-taken',
  severity: 'error',
  title: 'Two volumes are mounted at one place',
  message: ({ at, container }) => `the ${container} container already has a mount at "${at}"`,
  label: () => 'place taken',
  why: 'Kubernetes refuses a container with two mounts at one path, so no runner would start',
  fix: 'choose another path; ARC has "/runner" for itself, "workDir", and "/run" where there is a sidecar; a docker "login" and a mirror for buildx have "/home/runner/.docker"',
  source:
    'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container',
  examples: {
    bad: pool('a: { mountPath: /cache, emptyDir: {} }, b: { mountPath: /cache, claim: shared }'),
    good: pool('a: { mountPath: /cache, emptyDir: {} }, b: { mountPath: /other, claim: shared }'),
  },
  check(fleet, report) {
    for (const one of fleet.pools) {
      const containers = { runner: runnerMounts(one, fleet), docker: dockerMounts(one) };
      for (const [container, mounts] of Object.entries(containers)) {
        for (const [mount, earlier] of collisions(mounts)) {
          const related = earlier.path ? [{ path: earlier.path, text: 'mounted here too' }] : [];
          report({ at: mount.at, container }, mount.path!, { related });
        }
      }
    }
  },
});

// ARC's own come first, so that what collides is always something that the file says.
function collisions(mounts: readonly Mount[]): [Mount, Mount][] {
  const taken = new Map<string, Mount>();
  return mounts.flatMap((mount): [Mount, Mount][] => {
    const earlier = taken.get(mount.at);
    taken.set(mount.at, earlier ?? mount);
    return earlier && mount.path ? [[mount, earlier]] : [];
  });
}

function runnerMounts(one: Pool, fleet: Fleet): Mount[] {
  const { docker, workVolume, volumes, path } = one;
  const hasWork = docker.mode === 'sidecar' || docker.mode === 'kubernetes' || workVolume;
  return [
    ...ownMounts(one),
    ...dockerConfigMounts(one, fleet),
    ...(hasWork ? [workMount(one)] : []),
    ...volumes.flatMap(({ name, mountPath: at }) =>
      at === undefined ? [] : [{ at, path: [...path, 'volumes', name, 'mountPath'] }],
    ),
  ];
}

/** The folder that fleetc fills for docker, and the files in it. */
function dockerConfigMounts(one: Pool, fleet: Fleet): Mount[] {
  const files = dockerConfigFiles(one, fleet);
  return files.length === 0 ? [] : [{ ...files[0]!, at: dockerConfigFolder }, ...files];
}

function dockerMounts(one: Pool): Mount[] {
  if (one.docker.mode !== 'sidecar') return [];
  const volumes = one.volumes.flatMap(({ name, dockerMountPath: at }) =>
    at === undefined ? [] : [{ at, path: [...one.path, 'volumes', name, 'dockerMountPath'] }],
  );
  return [...ownMounts(one), { at: workMount(one).at }, ...volumes];
}

/** What ARC mounts by itself. A patch may take "/runner" away, to put another volume there. */
function ownMounts({ docker, pod, patch }: Pool): Mount[] {
  const isReplaced = JSON.stringify([pod, patch]).includes('"volumeSizeLimit"');
  return [
    ...(isReplaced ? [] : [{ at: '/runner' }]),
    ...(docker.mode === 'sidecar' ? [{ at: '/run' }] : []),
  ];
}

function workMount({ workDir, path }: Pool): Mount {
  return workDir === undefined
    ? { at: '/runner/_work' }
    : { at: workDir, path: [...path, 'workDir'] };
}
