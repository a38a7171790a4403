import type { Fleet, Pool, Scope } from '@fleetc/fleet';
import type { ObjectContext } from '../emission/object-metadata.ts';
import { type DockerMode, dockerModes } from './docker-modes.ts';

/** One pool at one scope: what a runner object and its autoscaler are made from. */
export interface RunnerContext extends ObjectContext {
  readonly pool: Pool;
  readonly scope: Scope;
  readonly namespace: string;
  readonly kind: 'RunnerDeployment' | 'RunnerSet';
  readonly mode: DockerMode;
  /** Given by the user, or made for the pool because its mode needs one. */
  readonly serviceAccount?: string;
}

/** One context per scope of the pool, in its order. */
export function runnerContexts(
  fleet: Fleet,
  pool: Pool,
  serviceAccount: string | undefined,
): RunnerContext[] {
  return pool.scopes.map((scope, index) => ({
    fleet,
    pool,
    scope,
    component: 'actions-runner',
    name: pool.objectNames[index]!,
    namespace: pool.namespace,
    kind: pool.kind === 'set' ? 'RunnerSet' : 'RunnerDeployment',
    mode: dockerModes[pool.docker.mode],
    ...(serviceAccount !== undefined && { serviceAccount }),
    roots: { pool: pool.path, scope: scope.path },
    words: { mode: pool.docker.mode },
  }));
}

/** The Secret of a scope whose credential is not the controller's own; the controller's needs no reference. */
export function credentialSecret({
  fleet,
  scope,
}: Pick<RunnerContext, 'fleet' | 'scope'>): string | undefined {
  const { credential } = scope;
  return credential.name === fleet.controller.credential.name ? undefined : credential.secret.name;
}
