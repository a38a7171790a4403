import type { Path } from '@fleetc/diagnostics';
import type { Docker, Fleet, Pool } from '../../model.ts';

/** Where docker in the official runner images keeps its logins, and buildx its settings. */
export const dockerConfigFolder = '/home/runner/.docker';

/** Whether jobs of a mode have a docker to talk to. */
export function hasDocker({ mode }: Docker): boolean {
  return mode !== 'none' && mode !== 'kubernetes';
}

/** URL of the mirror that builders of the pool use; `undefined` where they use none. */
export function buildxMirror(
  { docker }: Pool,
  { registry: { mirror } }: Pick<Fleet, 'registry'>,
): string | undefined {
  if (!mirror?.buildx || !hasDocker(docker)) return undefined;
  // Empty text means none.
  return (docker.registryMirror ?? mirror.url) || undefined;
}

/** A file that fleetc puts into the folder before a runner starts, and the word that asks for it. */
export interface DockerConfigFile {
  readonly at: string;
  readonly path: Path;
}

/** Every such file of a pool. */
export function dockerConfigFiles(pool: Pool, fleet: Pick<Fleet, 'registry'>): DockerConfigFile[] {
  const { docker, path } = pool;
  const login = { at: 'config.json', path: [...path, 'docker', docker.mode, 'login'] };
  const buildx = {
    at: 'buildx/buildkitd.default.toml',
    path: [...fleet.registry.path, 'mirror', 'buildx'],
  };
  return [
    ...(docker.login && hasDocker(docker) ? [login] : []),
    ...(buildxMirror(pool, fleet) === undefined ? [] : [buildx]),
  ].map(({ at, path: word }) => ({ at: `${dockerConfigFolder}/${at}`, path: word }));
}
