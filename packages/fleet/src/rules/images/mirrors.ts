import type { Path } from '@fleetc/diagnostics';
import type { Fleet } from '../../model.ts';

/** Every mirror of Docker Hub that the file gives to a dockerd, with its place. */
export function mirrorsOf({ registry, pools }: Fleet): { url: string; path: Path }[] {
  const own =
    registry.mirror === undefined
      ? []
      : [{ url: registry.mirror.url, path: [...registry.path, 'mirror', 'url'] }];
  const ofPools = pools.flatMap(({ path, docker: { mode, registryMirror } }) =>
    registryMirror
      ? [{ url: registryMirror, path: [...path, 'docker', mode, 'registryMirror'] }]
      : [],
  );
  return [...own, ...ofPools];
}
