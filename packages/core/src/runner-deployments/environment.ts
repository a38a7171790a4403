import type { EnvSource, EnvVariable, Fleet, Pool } from '@fleetc/fleet';
import type { Item } from '../emission/table.ts';
import { caVariable, runnerCaVariables } from '../network/private-ca.ts';
import { proxyVariables, proxyVariablesInBothCases } from '../network/proxy-variables.ts';
import { dockerGroupIds, dockerModes } from './docker-modes.ts';
import { hookTemplateFile, hookTemplateVariable, jobPullSecrets } from './hook-template.ts';

/** Names the image that container hooks start job pods with; a reference inside it must be rewritten like any other. */
export const helperImageVariable = 'ACTIONS_RUNNER_IMAGE';

const groupIdVariable = 'DOCKER_GROUP_GID';

/** A pool and what the fleet gives to all of them. */
export interface PoolInFleet {
  readonly fleet: Pick<Fleet, 'namePrefix' | 'network' | 'registry'>;
  readonly pool: Pool;
}

/** Environment of the runner container. */
export function runnerEnvironment({ fleet, pool }: PoolInFleet): Item[] {
  const { helperImage } = dockerModes[pool.docker.mode];
  const trusted = fleet.network.ca ? Object.entries(runnerCaVariables) : [];
  const template = jobPullSecrets(fleet, pool).length > 0 ? hookTemplateFile : undefined;
  return unlessGiven(pool.env, [
    ...builtIn(helperImageVariable, helperImage, [...pool.path, 'docker']),
    ...builtIn(hookTemplateVariable, template, [...fleet.registry.path, 'pullSecrets']),
    ...proxyVariablesInBothCases(fleet),
    ...trusted.flatMap(([name, value]) => builtIn(name, value, caPath(fleet))),
  ]).concat(pool.env.map((variable) => item(variable, [...pool.path, 'env', variable.name])));
}

/** ConfigMaps and Secrets of which every key becomes a variable of the runner. */
export function environmentSources({ pool }: { readonly pool: Pool }): Item[] {
  return pool.envFrom.map((source) => ({
    from: [...pool.path, 'envFrom', source.name],
    value: sourceReference(source),
  }));
}

/** Environment of the docker sidecar. */
export function dockerEnvironment({ fleet, pool }: PoolInFleet): Item[] {
  const { docker, image, path } = pool;
  if (!dockerModes[docker.mode].hasSidecar) return [];
  const groupId = image.ubuntu && dockerGroupIds[image.ubuntu];
  const trusted = fleet.network.ca ? caVariable.value : undefined;
  return unlessGiven(docker.env, [
    ...builtIn(groupIdVariable, groupId, [...path, 'image', 'ubuntu']),
    ...proxyVariables(fleet),
    ...builtIn(caVariable.name, trusted, caPath(fleet)),
  ]).concat(
    docker.env.map((variable) =>
      item(variable, [...path, 'docker', docker.mode, 'env', variable.name]),
    ),
  );
}

/** A variable that the user did not write. */
interface BuiltIn {
  readonly name: string;
  readonly value: string;
  readonly from: Item['from'];
}

function builtIn(name: string, value: string | undefined, from: Item['from']): BuiltIn[] {
  return value === undefined ? [] : [{ name, value, from }];
}

// A proxy has two spellings, and tools differ in which they prefer: the user's one takes both.
function unlessGiven(env: readonly EnvVariable[], variables: readonly BuiltIn[]): Item[] {
  const given = new Set(env.map(({ name }) => name.toUpperCase()));
  return variables
    .filter(({ name }) => !given.has(name.toUpperCase()))
    .map(({ name, value, from }) => ({ from, value: { name, value } }));
}

function caPath({ network }: PoolInFleet['fleet']): Item['from'] {
  return [...network.path, 'ca'];
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

function sourceReference({ kind, object, optional, prefix }: EnvSource): object {
  const reference = { name: object, ...(optional !== undefined && { optional }) };
  return { ...(prefix !== undefined && { prefix }), [`${kind}Ref`]: reference };
}
