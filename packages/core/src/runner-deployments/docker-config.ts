import {
  buildxMirror,
  dockerConfigFolder,
  hasDocker,
  type JsonObject,
  type Pool,
  type RegistryCredential,
} from '@fleetc/fleet';
import { itemOf } from '../emission/item.ts';
import { field, filled, type Item, list, type Row, type Table } from '../emission/table.ts';
import { pullSecretKey } from '../secrets/github-keys.ts';
import { buildkitFile, buildkitName } from './buildkit.ts';
import type { PoolInFleet } from './environment.ts';
import type { RunnerContext } from './runner-context.ts';

/** Name of the folder's volume, and of the container that fills it. */
export const dockerConfigName = 'fleetc-docker-config';
const loginName = 'fleetc-docker-login';
const buildkitVolume = 'fleetc-buildkit';

/** Where the container that fills the folder has it, and what it copies. */
const target = '/etc/fleetc/docker';
const loginSource = { folder: '/etc/fleetc/login', file: 'config.json' };
const buildkitSource = '/etc/fleetc/buildkit';

/** Volumes of the pod: the folder, and what is copied into it. */
export function dockerConfigVolumes({ fleet, pool }: PoolInFleet): Item[] {
  const login = loginOf(pool);
  const items = [{ key: pullSecretKey, path: loginSource.file }];
  return parts(fleet, pool, {
    folder: { name: dockerConfigName, emptyDir: {} },
    login: { name: loginName, secret: { secretName: login?.secret.name, items } },
    buildkit: { name: buildkitVolume, configMap: { name: buildkitName(fleet, pool) } },
  });
}

/** The mount of the runner, who may write into it: "docker login" of a workflow goes on working. */
export function dockerConfigMounts({ fleet, pool }: PoolInFleet): Item[] {
  const folder = { name: dockerConfigName, mountPath: dockerConfigFolder };
  return parts(fleet, pool, { folder });
}

/** The container that fills the folder, at each start of a pod. */
export function dockerConfigContainers(context: RunnerContext): Item[] {
  const { fleet, pool } = context;
  return parts(fleet, pool, { folder: {} }).map(({ from }) =>
    itemOf(dockerConfigContainer, context, from),
  );
}

/** It is of the runner's own image, so that nothing else is pulled and files belong to the user who needs them. */
export const dockerConfigContainer: Table<RunnerContext> = [
  ...caused('name', () => dockerConfigName),
  field('image', 'pool.image.reference', ({ pool }) => pool.image.reference),
  field('imagePullPolicy', 'pool.image.pullPolicy', ({ pool }) => pool.image.pullPolicy),
  ...caused('command', (context) => ['/bin/sh', '-c', script(context)]),
  // A pod asks for the most that one of them needs, so this adds nothing; a quota may demand it.
  field('resources', 'pool.resources', ({ pool }) => filled(pool.resources)),
  list('volumeMounts', 'pool.docker.{mode}.login', containerMounts),
  field('securityContext', 'pool.containerSecurityContext', ({ pool }) =>
    filled(userOf(pool.containerSecurityContext)),
  ),
];

// Of the files in the image, such as plugins of docker, some may be unreadable, and no runner should fail for those.
function script({ fleet, pool }: RunnerContext): string {
  const { folder, file } = loginSource;
  return [
    'set -eu',
    `if [ -d ${dockerConfigFolder} ]; then cp -R ${dockerConfigFolder}/. ${target} || true; fi`,
    ...(loginOf(pool) ? [`install -m 600 ${folder}/${file} ${target}/${file}`] : []),
    ...(buildxMirror(pool, fleet) === undefined
      ? []
      : [
          `install -D -m 600 ${buildkitSource}/${buildkitFile} ${target}/buildx/buildkitd.default.toml`,
        ]),
  ].join('\n');
}

function containerMounts({ fleet, pool }: RunnerContext): Item[] {
  return parts(fleet, pool, {
    folder: { name: dockerConfigName, mountPath: target },
    login: { name: loginName, mountPath: loginSource.folder, readOnly: true },
    buildkit: { name: buildkitVolume, mountPath: buildkitSource, readOnly: true },
  });
}

/** What one list holds for the folder, for a login and for the settings of BuildKit. */
interface Parts {
  readonly folder: object;
  readonly login?: object;
  readonly buildkit?: object;
}

/** The parts that the pool needs, each with the word that asks for it; nothing where it needs no folder. */
function parts(
  fleet: PoolInFleet['fleet'],
  pool: Pool,
  { folder, login, buildkit }: Parts,
): Item[] {
  const forLogin = loginOf(pool) && [...pool.path, 'docker', pool.docker.mode, 'login'];
  const forBuildx =
    buildxMirror(pool, fleet) === undefined
      ? undefined
      : [...fleet.registry.path, 'mirror', 'buildx'];
  const entries = [
    { from: forLogin ?? forBuildx, value: folder },
    { from: forLogin, value: login },
    { from: forBuildx, value: buildkit },
  ];
  return entries.flatMap(({ from, value }) => (from && value ? [{ from, value }] : []));
}

/** A field that a login asks for, or else a mirror for buildx. */
function caused(
  to: string,
  value: (context: RunnerContext) => unknown,
): [Row<RunnerContext>, Row<RunnerContext>] {
  return [
    field(to, 'registry.mirror.buildx', (c) => (loginOf(c.pool) ? undefined : value(c))),
    field(to, 'pool.docker.{mode}.login', (c) => (loginOf(c.pool) ? value(c) : undefined)),
  ];
}

function loginOf({ docker }: Pool): RegistryCredential | undefined {
  return hasDocker(docker) ? docker.login : undefined;
}

/** The part of the runner's security context that says who it runs as. */
function userOf(security: JsonObject = {}): JsonObject {
  const keys = ['runAsUser', 'runAsGroup', 'runAsNonRoot'];
  return Object.fromEntries(Object.entries(security).filter(([key]) => keys.includes(key)));
}
