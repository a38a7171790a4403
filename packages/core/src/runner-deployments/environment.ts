import type { EnvVariable, Pool } from '@fleetc/fleet';
import type { Item } from '../emission/table.ts';
import { dockerGroupIds, dockerModes } from './docker-modes.ts';

/** Names the image that container hooks start job pods with; a reference inside it must be rewritten like any other. */
export const helperImageVariable = 'ACTIONS_RUNNER_IMAGE';

const groupIdVariable = 'DOCKER_GROUP_GID';

/** Environment of the runner container. */
export function runnerEnvironment({ pool }: { readonly pool: Pool }): Item[] {
  const { helperImage } = dockerModes[pool.docker.mode];
  return [
    ...builtIn(pool.env, helperImageVariable, helperImage, [...pool.path, 'docker']),
    ...pool.env.map((variable) => item(variable, [...pool.path, 'env', variable.name])),
  ];
}

/** Environment of the docker sidecar. */
export function dockerEnvironment({ pool }: { readonly pool: Pool }): Item[] {
  if (!dockerModes[pool.docker.mode].hasSidecar) return [];
  const { ubuntu } = pool.image;
  const groupId = ubuntu && dockerGroupIds[ubuntu];
  return [
    ...builtIn(pool.docker.env, groupIdVariable, groupId, [...pool.path, 'image', 'ubuntu']),
    ...pool.docker.env.map((variable) =>
      item(variable, [...pool.path, 'docker', pool.docker.mode, 'env', variable.name]),
    ),
  ];
}

/** A variable of our own, unless the user has set it. */
function builtIn(
  env: readonly EnvVariable[],
  name: string,
  value: string | undefined,
  from: Item['from'],
): Item[] {
  if (value === undefined || env.some((variable) => variable.name === name)) return [];
  return [{ from, value: { name, value } }];
}

function item(variable: EnvVariable, from: Item['from']): Item {
  return { from, value: { name: variable.name, ...content(variable) } };
}

function content(variable: EnvVariable): object {
  if ('value' in variable) return { value: variable.value };
  if ('field' in variable) return { valueFrom: { fieldRef: { fieldPath: variable.field } } };
  return 'secret' in variable
    ? { valueFrom: { secretKeyRef: keyReference(variable.secret) } }
    : { valueFrom: { configMapKeyRef: keyReference(variable.configMap) } };
}

function keyReference({ name, key, optional }: { name: string; key: string; optional?: boolean }) {
  return { name, key, ...(optional !== undefined && { optional }) };
}
