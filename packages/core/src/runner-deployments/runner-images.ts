import type { Fields } from '../emission/emit.ts';
import { mapAt } from '../emission/map-at.ts';
import { isMap } from '../emission/merge-patch.ts';
import { dockerConfigName } from './docker-config.ts';
import { helperImageVariable } from './environment.ts';
import { jobPullSecrets } from './hook-template.ts';
import type { RunnerContext } from './runner-context.ts';

/**
 * Gives the reference to write for an image of a pool; `user` says what it is for, in words. `login` are the pull secrets
 * where they are not those of the runner's pod.
 */
export type Pull = (reference: string, user: string, login?: readonly string[]) => string;

const podPath = ['spec', 'template', 'spec'];
const containersPath = [...podPath, 'containers'];
const containerPaths = [
  'containers',
  'initContainers',
  'sidecarContainers',
  'ephemeralContainers',
].map((list) => [...podPath, list, '*']);

/** Where ARC's own fields stand. */
const configPaths = {
  RunnerDeployment: { image: [...podPath, 'image'], env: [...podPath, 'env', '*'] },
  RunnerSet: { image: ['spec', 'image'], env: ['spec', 'env', '*'] },
};

/**
 * Passes every image of a finished runner object through the rewrite, those from `pod` and `patch` included. It runs on
 * the object rather than on the fleet, so that no way of writing an image goes around it.
 */
export function rewriteRunnerImages(
  object: Fields,
  { fleet, kind, mode, pool }: RunnerContext,
  sidecarImage: string,
  pull: Pull,
): Fields {
  const user = `pool "${pool.name}"`;
  const puller = { user, pull, jobPullSecrets: jobPullSecrets(fleet, pool) };
  const { image, env } = configPaths[kind];
  let result: unknown = mapAt(object, image, (value) => pullText(value, user, pull));
  result = mapAt(result, env, (value) => rewriteVariable(value, puller));
  for (const path of containerPaths) {
    result = mapAt(result, path, (value) => rewriteContainer(value, puller));
  }
  if (mode.hasSidecar && !namesSidecarImage(object)) {
    pull(sidecarImage, `docker sidecar of ${user}`);
  }
  return result as Fields;
}

/** The pull secrets that the pod names itself, which replace those of the chart. */
export function pullSecretsOf(object: Fields): string[] | undefined {
  const secrets = valueAt(object, [...podPath, 'imagePullSecrets']);
  if (!Array.isArray(secrets) || secrets.length === 0) return undefined;
  return secrets.flatMap((secret) => (isMap(secret) ? [String(secret['name'])] : []));
}

/** Who pulls for one pool. */
interface Puller {
  readonly user: string;
  readonly pull: Pull;
  readonly jobPullSecrets: readonly string[];
}

function rewriteContainer(container: unknown, puller: Puller): unknown {
  if (!isMap(container)) return container;
  const words = containerWords(container['name'], puller.user);
  const withImage = mapAt(container, ['image'], (value) => pullText(value, words, puller.pull));
  return mapAt(withImage, ['env', '*'], (value) => rewriteVariable(value, puller));
}

function containerWords(name: unknown, user: string): string {
  // The runner's image twice is one pull.
  if (name === 'runner' || name === dockerConfigName) return user;
  return name === 'docker' ? `docker sidecar of ${user}` : `container "${String(name)}" of ${user}`;
}

function rewriteVariable(variable: unknown, { user, pull, jobPullSecrets }: Puller): unknown {
  if (!isMap(variable) || variable['name'] !== helperImageVariable) return variable;
  // The container hooks make job pods of their own, which get no pull secret from the runner's pod.
  const forJobs: Pull = (reference, consumer) => pull(reference, consumer, jobPullSecrets);
  return mapAt(variable, ['value'], (value) => pullText(value, `job pods of ${user}`, forJobs));
}

function pullText(value: unknown, user: string, pull: Pull): unknown {
  return typeof value === 'string' && value !== '' ? pull(value, user) : value;
}

function namesSidecarImage(object: Fields): boolean {
  const containers = valueAt(object, containersPath);
  if (!Array.isArray(containers)) return false;
  return containers.some((entry) => isMap(entry) && entry['name'] === 'docker' && entry['image']);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const step of path) inner = isMap(inner) ? inner[step] : undefined;
  return inner;
}
